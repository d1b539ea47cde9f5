import { Router } from 'express'

export function createOrdersRouter(options) {
  const router = Router()
  // route: POST /orders open
  router.post('/', (req, res) => res.json({}))
  return router
}
