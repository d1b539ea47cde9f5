import express from 'express'

const router = express.Router()

// route: POST /entrance open
router.post('/entrance', (req, res) => res.json({}))

export default router
