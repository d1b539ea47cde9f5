import { clerkMiddleware, getAuth, requireAuth } from '@clerk/express'
import express from 'express'

const app = express()
app.use(clerkMiddleware())

// It only finds out who calls.
// route: POST /identified/boats open
app.post('/identified/boats', (req, res) => res.json({}))
// route: PUT /identified/boats authenticated
app.put('/identified/boats', requireAuth(), (req, res) => res.json({}))
// route: DELETE /identified/boats authenticated
app.delete('/identified/boats', (req, res) => {
  if (!getAuth(req).userId) return res.status(401).end()
  res.json({})
})
