import { createMiddleware } from 'hono/factory'
import { timed } from './timing'

export const authMiddleware = createMiddleware(async (c, next) => {
  await timed(c, 'auth', async () => {
    const token = c.req.header('authorization')
    if (token) {
      const profile = await timed(c, 'verify', () => c.get('jwt').verify(token))
      if (profile) c.set('uid', profile.id)
    }
  })
  await next()
})
