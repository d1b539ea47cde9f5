import { Router } from 'express'

const router = Router()

// route: POST /papers/new open
router.post('/new', (req, res) => res.json({}))

export default router
