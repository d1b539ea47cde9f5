import { Router } from 'express'
import * as users from '../controllers/users'
import { requireAuth } from '../middleware'

const router = Router()

// route: POST /users/login open public
router.post('/login', users.login)
// route: POST /users open
router.post('/', users.create)
// route: PUT /users/:id authenticated
router.put('/:id', users.update)
router.use(requireAuth)
// route: DELETE /users/:id authenticated
router.delete('/:id', users.remove)

export default router
