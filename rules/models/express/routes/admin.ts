import express from 'express'

export const adminRouter = express.Router()
// route: POST /admin/flags authenticated
adminRouter.post('/flags', (req, res) => res.json({}))
