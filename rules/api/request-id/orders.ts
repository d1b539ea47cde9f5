import express from 'express'

const app = express()

app.get('/orders/:id', (req, res) => {
  const error = { code: 'NOT_FOUND', message: 'No such order' }
  // ok: api/request-id
  if (!req.params.id) return res.status(404).json({ success: false, error, meta: { requestId: req.id } })
  // ruleid: api/request-id
  if (req.params.id === '1') return res.status(404).json({ success: false, error })
  // ruleid: api/request-id
  if (req.params.id === '2') return res.status(404).json({ success: false, error, meta: { at: now } })
  // ok: api/request-id
  if (req.params.id === '3') return res.status(404).json({ success: false, error, meta: meta(req) })
  // ok: api/request-id
  if (req.params.id === '4') return res.status(404).json({ ...failure(req), error })
  // ok: api/request-id
  res.json({ success: true })
})
