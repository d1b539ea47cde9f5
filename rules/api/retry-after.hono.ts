import { Hono } from 'hono'

const app = new Hono()

app.get('/kilns', (c) => {
  // ok: api/retry-after
  if (full()) return c.json({ error: 'Full', code: 503 }, { status: 503, headers: { 'Retry-After': '30' } })
  // ruleid: api/retry-after
  if (cold()) return c.json({ error: 'Cold', code: 503 }, { status: 503, headers: { 'X-Kiln': 'cold' } })
  // ok: api/retry-after
  if (late()) return c.json({ error: 'Late', code: 429 }, 429, { 'Retry-After': '5' })
  // ruleid: api/retry-after
  return c.json({ error: 'Busy', code: 429 }, { status: 429 })
})
