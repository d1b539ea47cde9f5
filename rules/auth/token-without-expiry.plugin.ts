import fastify from 'fastify'
import jwt from '@fastify/jwt'

const app = fastify()
app.register(jwt, { secret: process.env.JWT_SECRET })

app.post('/login', async (request, reply) => {
  // ruleid: auth/token-without-expiry
  const token = app.jwt.sign({ id: request.user.id })
  // ok: auth/token-without-expiry
  const short = app.jwt.sign({ id: request.user.id, exp: soon() })
  // ok: auth/token-without-expiry
  const timed = await reply.jwtSign({ id: request.user.id }, { expiresIn: '15m' })
  return { token, short, timed }
})
