import express from 'express'

const app = express()

app.get('/orders', (req, res) => {
  // ruleid: api/retry-after
  if (busy()) return res.status(503).json({ error: 'Busy', code: 503 })
  // ok: api/retry-after
  if (fast()) return res.status(429).set('Retry-After', '30').json({ error: 'Too fast', code: 429 })
  if (late()) {
    res.setHeader('Retry-After', '30')
    // ok: api/retry-after
    return res.status(429).json({ error: 'Too fast', code: 429 })
  }
  if (req.query.once) {
    res.set({ 'retry-after': '30' })
  }
  // ruleid: api/retry-after
  res.status(429).json({ error: 'Too fast', code: 429 })
})

app.get('/exports', (req, res) => {
  // ruleid: api/retry-after
  if (busy()) return res.status(503).end()
  // ok: api/retry-after
  if (late()) return res.status(503).set('Retry-After', '5').send()
  res.json({ error: null }).end()
})

app.get('/health', (req, res) => {
  // ok: api/retry-after
  res.status(503).json({ error: 'Starting', code: 503 })
})

app.get('/all', (req, res) => {
  res.header('Retry-After', '5')
  if (busy()) {
    // ok: api/retry-after
    return res.status(503).json({ error: 'Busy', code: 503 })
  }
  // ok: api/retry-after
  res.status(500).json({ error: 'Failed', code: 500 })
})

// The limiter sets the header before it calls this.
export const limiter = rateLimit({
  windowMs: 60_000,
  handler: (req, res) => {
    // ok: api/retry-after
    res.status(429).json({ error: 'Too many requests', code: 429 })
  },
})
