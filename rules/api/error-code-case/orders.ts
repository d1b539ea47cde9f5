import express from 'express'

const app = express()

app.get('/orders/:id', (req, res) => {
  // ok: api/error-code-case
  if (!req.params.id) return res.status(400).json({ error: { code: 'ID_MISSING', message: 'An id is needed' } })
  // ruleid: api/error-code-case
  if (req.params.id === '1') return res.status(404).json({ error: { code: 'notFound', message: 'No such order' } })
  const code = 'order-locked'
  // ruleid: api/error-code-case
  if (req.params.id === '2') return res.status(423).json({ error: { code, message: 'Locked' } })
  // ok: api/error-code-case
  if (req.params.id === '3') return res.status(409).json({ error: { code: codes.taken, message: 'Taken' } })
  // ok: api/error-code-case
  res.json({ error: { code: 'none' } })
})
