import express from 'express'
import rateLimit from 'express-rate-limit'

const app = express()
// ruleid: api/rate-limit-headers
app.get('/orders', (req, res) => res.json([]))
// ok: api/rate-limit-headers
app.get('/told', (req, res) => {
  res.set('RateLimit-Remaining', '5')
  res.json([])
})
// ok: api/rate-limit-headers
app.get('/healthz', (req, res) => res.json({}))
app.use(rateLimit({ limit: 100, standardHeaders: true }))
// ok: api/rate-limit-headers
app.get('/late', (req, res) => res.json([]))
