import fastify from 'fastify'
import jwt from '@fastify/jwt'

const app = fastify()
app.register(jwt, { secret: process.env.JWT_SECRET, sign: { expiresIn: '15m' } })

app.post('/login', async (request, reply) => {
  // ok: auth/token-without-expiry
  return { token: app.jwt.sign({ id: request.user.id }) }
})
