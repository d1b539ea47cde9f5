import { Hono } from 'hono'

const app = new Hono()
app.notFound((c) => c.json({ error: 'There is no such thing', code: 404 }, 404))

app.get('/kilns/:id', async (c) => {
  const kiln = await kilns.find(c.req.param('id'))
  // ok: api/error-envelope
  if (!kiln) return c.notFound()
  return c.json(kiln)
})
