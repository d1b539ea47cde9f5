import Fastify from 'fastify'

const app = Fastify()

app.get('/users/:id', async (request, reply) => {
  const user = await load(request.params)
  // response: 404 {error, code}
  if (!user) return reply.code(404).send({ error: 'No such user', code: 404 })
  // response: 200 default {id}
  return reply.send({ id: user.id })
})

app.post('/users', (request, reply) => {
  // response: 201 {id} sets location
  reply.header('Location', '/users/1').status(201).send({ id: 1 })
})

app.put('/users/:id', async (request, reply) => {
  reply.code(409)
  // response: 409 {error}
  return { error: 'Taken' }
})

app.get('/busy', (request, reply) => {
  reply.statusCode = 503
  // response: 503 text
  reply.send('Busy')
})

// Neither is an answer.
export function quiet(mailer: any, queue: any) {
  mailer.send({ to: 'a@example.com' })
  queue.code(404)
}

app.get('/warming', (request, reply) => {
  reply.header('retry-after', '10').code(503)
  // response: 503 {error, code} sets retry-after
  reply.send({ error: 'Warming up', code: 503 })
})
