import express from 'express'

const app = express()

app.post('/users', (req, res) => {
  // ruleid: api/error-envelope
  if (!req.body.email) return res.status(400).json({ message: 'Invalid email' })
  const message = `No ${req.body.name}`
  // ruleid: api/error-envelope
  if (!req.body.name) return res.status(404).json({ message, field: 'name' })
  // ruleid: api/error-envelope
  if (!req.body.role) return res.status(403).json({ error: 'Not for you' })
  // ok: api/error-envelope
  res.status(201).json({ message: 'made' })
})
