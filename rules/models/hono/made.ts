import { OpenAPIHono } from '@hono/zod-openapi'
import { teamOf } from './team'

export function getApp() {
  const app = new OpenAPIHono()
  app.use('*', async (c, next) => {
    c.set('team', await teamOf(c))
    await next()
  })
  return app
}

export type TeamApp = ReturnType<typeof getApp>
