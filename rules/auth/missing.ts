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

// A name that promises more than its body does.
function authMiddleware(req, res, next) {
  try {
    req.user = verify(req.headers.authorization)
  } catch (error) {
    req.user = null
  }
  next()
}
// ruleid: auth/missing
app.post('/belied', authMiddleware, (req, res) => res.json({}))

// ruleid: auth/missing
app.post('/optional', expressjwt({ secret, credentialsRequired: false }), (req, res) => res.json({}))

// ok: auth/missing
app.post('/strict', expressjwt({ secret, algorithms: ['HS256'] }), (req, res) => res.json({}))

// ok: auth/missing
app.post('/enter', passport.authenticate('local'), (req, res) => res.json({}))

// ok: auth/missing
app.post('/token-bearer', passport.authenticate('bearer', { session: false }), (req, res) => res.json({}))

// ok: auth/missing
app.post('/redirected', (req, res) => {
  if (!req.session.user) return res.redirect('/login')
  res.json({})
})

// ruleid: auth/missing
app.post('/peeked', (req, res) => {
  const name = req.session.user ? req.session.user.name : 'somebody'
  res.json({ name })
})

// ok: auth/missing
app.post('/nobody', (req, res) => res.status(405).json({ error: 'Not allowed', code: 405 }))

// ruleid: auth/missing
app.all('/everything', (req, res) => res.json({}))

// ok: auth/missing
app.post('/api/trpc/:procedure', (req, res) => res.json({}))
