import express from 'express'

const app = express()

// What a limiter sets for its own answer is of no use to others.
app.use((request, response, next) => {
  if (isBusy(request)) {
    response.setHeader('Retry-After', '30')
    // ok: api/retry-after
    return response.status(429).json({ error: 'Too many requests', code: 429 })
  }
  next()
})

app.get('/reports', (request, response) => {
  // ruleid: api/retry-after
  response.status(503).json({ error: 'Not ready', code: 503 })
})
