import { Router } from 'express'

const router = Router()
router.use(requireAuth)

// route: POST /members/list authenticated
router.post('/list', (req, res) => res.json({}))

export default router
