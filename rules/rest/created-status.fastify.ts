import Fastify from 'fastify'
import knex from 'knex'

const app = Fastify()
const db = knex({})

app.post('/orders', async (request, reply) => {
  const [order] = await db('orders').insert(request.body).returning('*')
  // ruleid: rest/created-status
  return order
})

app.post('/users', async (request, reply) => {
  await db('users').insert(request.body)
  // ruleid: rest/created-status
  return reply.send({ ok: true })
})

app.post('/notes', async (request, reply) => {
  const [note] = await db('notes').insert(request.body).returning('*')
  reply.code(201)
  // ok: rest/created-status
  return note
})

app.post('/photos', async (request, reply) => {
  await db('photos').insert(request.body)
  // ok: rest/created-status
  return reply.code(201).send({ ok: true })
})

app.post('/orders/:id/ship', async (request) => {
  await db('shipments').insert({ order: request.params.id })
  // ok: rest/created-status
  return { shipped: true }
})
