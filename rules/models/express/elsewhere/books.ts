import { Router } from 'express'

const router = Router()
// route: GET /books/new open
// route: GET /again/books/new open
router.get('/new', (req, res) => res.json([]))

export default router
