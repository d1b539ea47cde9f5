import { Router } from 'express'
import auth from './auth'
import builds from './builds'
import { authenticate } from './authenticate'

export function install(app: Express) {
  const router = Router()
  router.use('/builds', builds)
  // A router of its own, whatever its name.
  // ok: structure/middleware-order
  router.use(auth)
  // ruleid: structure/middleware-order
  router.use(authenticate)
  app.use(router)
}
