import express from 'express'
import { authenticateGuest, authenticateMember } from './middleware/guests'

const app = express()

function authMiddleware(req, res, next) {
  const token = req.headers.authorization
  if (!token) {
    return next()
  }
  try {
    req.user = verifyToken(token)
    next()
  } catch (error) {
    res.status(401).json({ error: 'Invalid token' })
  }
}

// Goes on with whoever brings no token, whatever it is called.
// route: POST /parcels open
app.post('/parcels', authMiddleware, (req, res) => res.json({}))
// route: PUT /parcels open
app.put('/parcels', authenticateGuest, (req, res) => res.json({}))
// route: DELETE /parcels authenticated
app.delete('/parcels', authenticateMember, (req, res) => res.json({}))
