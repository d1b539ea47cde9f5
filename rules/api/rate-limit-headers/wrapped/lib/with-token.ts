import { Ratelimit } from '@upstash/ratelimit'
import { redis } from './redis'

const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(60, '1 m') })

/** Makes a handler of a function, for callers with a token. */
export const withToken = (handler: (request: Request) => Promise<Response>) => async (request: Request) => {
  const token = request.headers.get('Authorization')
  if (!token) return Response.json({ error: 'No token', code: 401 }, { status: 401 })
  const { success, limit } = await ratelimit.limit(token)
  if (!success) return Response.json({ error: 'Too many requests', code: 429 }, { status: 429 })
  const response = await handler(request)
  response.headers.set('X-RateLimit-Limit', String(limit))
  return response
}

export const withLog = (handler: (request: Request) => Promise<Response>) => async (request: Request) => {
  console.log(request.url)
  return handler(request)
}
