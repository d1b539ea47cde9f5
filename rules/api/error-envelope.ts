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
  // ruleid: api/error-envelope
  if (!req.body.team) return res.status(422).json({
    field: 'team', // which one
    message: 'A team is needed',
  })
  // A code of another kind says something that a status does not.
  // ruleid: api/error-envelope
  if (!req.body.plan) return res.status(422).json({ message: 'No plan', code: 'NO_PLAN' })
  // ruleid: api/error-envelope
  if (!req.body.zip) return res.status(422).json({ error: true, message: 'No zip' })
  // What OAuth and JSON-RPC prescribe is agreed on by more than the project.
  // ok: api/error-envelope
  if (!req.body.grant) return res.status(400).json({ error: 'invalid_request', error_description: 'No grant' })
  // ok: api/error-envelope
  if (!req.body.id) return res.status(400).json({ jsonrpc: '2.0', error: { code: -32600, message: 'No id' }, id: null })
  // ok: api/error-envelope
  res.status(201).json({ message: 'made' })
})
