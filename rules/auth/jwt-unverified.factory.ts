import { createMiddleware } from 'hono/factory'
import { decodeJwt, jwtVerify } from 'jose'

export const identify = createMiddleware(async (c, next) => {
  const token = c.req.header('Authorization')?.slice(7)
  if (token) {
    // ruleid: auth/jwt-unverified
    const claims = decodeJwt(token)
    c.set('userId', claims.sub)
  }
  await next()
})

export const verified = createMiddleware(async (c, next) => {
  const token = c.req.header('Authorization').slice(7)
  await jwtVerify(token, key)
  // ok: auth/jwt-unverified
  c.set('userId', decodeJwt(token).sub)
  await next()
})
