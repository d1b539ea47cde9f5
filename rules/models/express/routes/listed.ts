import { Router } from 'express'

const router = Router()

// route: POST /waiting/list open
router.post('/list', (req, res) => res.json({}))

export default router
