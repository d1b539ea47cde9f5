import { createRoute } from '@hono/zod-openapi'
import { requireSession } from '../session'

export const list = createRoute({ method: 'get', path: '/tasks', responses: {} })
export const create = createRoute({
  method: 'post',
  path: '/tasks',
  middleware: [requireSession] as const,
  responses: {},
})
