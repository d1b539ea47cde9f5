import { Router } from 'express'

// Nothing shows where it is mounted, although there is an application.
const router = Router()

// route: POST /stray unknown
router.post('/stray', (req, res) => res.json({}))

export default router
