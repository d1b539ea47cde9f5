import Fastify from 'fastify'

const app = Fastify()

app.get('/orders', async () => {
  // ruleid: api/ok-status-on-error
  return { success: false }
})
