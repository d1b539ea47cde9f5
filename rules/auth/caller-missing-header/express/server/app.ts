import express from 'express'
import jwt from 'jsonwebtoken'

const app = express()

function requireToken(req, res, next) {
  const header = req.headers.authorization
  if (!header) return res.status(401).json({ error: 'Unauthorized', code: 401 })
  req.user = jwt.verify(header.slice(7), process.env.JWT_SECRET)
  next()
}

app.get('/api/status', (req, res) => res.json({ ok: true }))
app.get('/api/teams', requireToken, (req, res) => res.json([]))
app.post('/api/teams', requireToken, (req, res) => res.status(201).json({}))
app.get('/api/teams/:id', requireToken, (req, res) => res.json({}))
app.delete('/api/teams/:id/members/:memberId', requireToken, (req, res) => res.status(204).end())
app.get('/api/plans/:name', (req, res) => res.json({}))

// The one that is kept in a cookie is no proof for these routes.
app.post('/api/login', (req, res) => {
  res.cookie('refreshToken', refresh(req.body), { httpOnly: true, secure: true, sameSite: 'strict' })
  res.json({})
})
