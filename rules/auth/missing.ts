import express from 'express'
import { requireAuth } from './auth'

const app = express()
app.use(express.json())

// ruleid: auth/missing
app.post('/teams', async (req, res) => {
  res.status(201).json(await createTeam(req.body))
})

// ok: auth/missing
app.put('/teams/:id', requireAuth, async (req, res) => {
  res.json(await updateTeam(req.params.id, req.body))
})

// ok: auth/missing
app.post('/login', async (req, res) => {
  res.json(await login(req.body))
})

// ok: auth/missing
app.get('/teams', (req, res) => res.json([]))

const router = express.Router()
// ruleid: auth/missing
router.delete('/early', (req, res) => res.sendStatus(204))
router.use((req, res, next) => {
  if (!req.session.user) return res.status(401).json({ error: 'Sign in', code: 401 })
  next()
})
// ok: auth/missing
router.delete('/late', (req, res) => res.sendStatus(204))
app.use('/api', router)
