import { Router } from 'express'

const router = Router()
// route: POST /pens open
// route: POST /again/pens open
router.post('/', (req, res) => res.json([]))

export default router
