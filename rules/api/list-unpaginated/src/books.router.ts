import { Router } from 'express'
import { BooksController } from './books.controller'
import { asyncHandler } from './async-handler'

const books = new BooksController()

// What a call around the handler is given handles the route.
export const router = Router()
router.get('/books', asyncHandler(books.list))
router.get('/books/lent', books.lent.bind(books))
router.get('/books/lost', (req, res) => books.lost(req, res))
