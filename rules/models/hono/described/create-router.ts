import { OpenAPIHono } from '@hono/zod-openapi'
import { requireSession } from '../session'

export function createRouter() {
  return new OpenAPIHono({ strict: false })
}

export function createGuardedRouter() {
  const router = new OpenAPIHono()
  router.use(requireSession)
  return router
}
