import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

const app = new Hono()

app.get('/orders/:id', async (c) => {
  const id = c.req.param('id')
  // ruleid: api/error-envelope
  if (!id) return c.json({ message: 'An id is needed' }, 400)
  // ok: api/error-envelope
  if (id === '1') return c.json({ error: 'No such order', code: 404 }, 404)
  // ruleid: api/error-envelope
  if (id === '2') return c.text('No such order', 404)
  // ruleid: api/error-envelope
  if (id === '3') throw new HTTPException(403, { message: 'Not for you' })
  // ok: api/error-envelope
  if (id === '4') throw new HTTPException(403, { res: forbidden(c) })
  // ruleid: api/error-envelope
  if (id === '5') return c.json({ message: 'No such order' }, { status: 404 })
  if (id === '6') {
    c.status(404)
    // ruleid: api/error-envelope
    return c.json({ message: 'No such order' })
  }
  // ok: api/error-envelope
  return c.json({ message: 'found' })
})
