import { Router } from 'express'

const router = Router()

// route: POST /letters/new authenticated
router.post('/new', (req, res) => res.json({}))

export default router
