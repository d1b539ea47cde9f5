import { Hono } from 'hono'

const app = new Hono()

app.get('/kilns/:id', async (c) => {
  const kiln = await kilns.find(c.req.param('id'))
  // The framework's own answer is text.
  // ruleid: api/error-envelope
  if (!kiln) return c.notFound()
  return c.json(kiln)
})
