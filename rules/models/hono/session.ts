import { createMiddleware } from 'hono/factory'

export const requireSession = createMiddleware(async (c, next) => {
  const session = await readSession(c.req.header('Cookie'))
  if (!session) return c.json({ error: 'Sign in', code: 401 }, 401)
  await next()
})
