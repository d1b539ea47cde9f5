import express from 'express'

const app = express()

app.get('/orders/:id', (req, res) => {
  // ok: api/error-envelope
  if (!req.params.id) return res.status(400).json({ error: { code: 'ID_MISSING', message: 'An id is needed' } })
  // ruleid: api/error-envelope
  if (req.params.id === '1') return res.status(404).json({ error: 'No such order', code: 404 })
  // ruleid: api/error-envelope
  res.status(404).json({ error: { message: 'No such order' } })
})
