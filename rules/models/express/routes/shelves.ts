import express from 'express'

export const shelvesRouter = express.Router()
// route: POST /shelves authenticated
shelvesRouter.post('/', (req, res) => res.json({}))
