import express from 'express'
import rateLimit from 'express-rate-limit'

const app = express()
const auth = express.Router()

// ruleid: security/unthrottled-endpoint
app.post('/login', (req, res) => res.json({}))
// ok: security/unthrottled-endpoint
app.post('/signup', rateLimit({ limit: 5 }), (req, res) => res.json({}))
// ruleid: security/unthrottled-endpoint
app.post('/teams/:id/invitations', (req, res) => res.json({}))
// ok: security/unthrottled-endpoint
app.get('/magic-link', (req, res) => res.json({}))
const limiter = rateLimit({ limit: 5 })
auth.use(limiter)
// ok: security/unthrottled-endpoint
auth.post('/forgot-password', (req, res) => res.json({}))
app.use('/auth', auth)

// Who is signed in has an account; a second factor is set up where that is, and given elsewhere.
// ok: security/unthrottled-endpoint
app.post('/register', requireAuth, (req, res) => res.json({}))
// ok: security/unthrottled-endpoint
app.post('/users/:id/2fa', requireAuth, (req, res) => res.json({}))
// ruleid: security/unthrottled-endpoint
app.post('/mfa', requireAuth, (req, res) => res.json({}))
// ruleid: security/unthrottled-endpoint
app.post('/tokens/2fa', (req, res) => res.json({}))
// ruleid: security/unthrottled-endpoint
app.post('/members/invite', requireAuth, (req, res) => res.json({}))
// To log in as somebody else asks for no password, and neither does the way to another's login.
// ok: security/unthrottled-endpoint
app.post('/users/:id/login', requireAuth, (req, res) => res.json({}))
// ok: security/unthrottled-endpoint
app.post('/oidc/login/:provider', (req, res) => res.json({}))

// ruleid: security/unthrottled-endpoint
app.post('/desk', async (req, res) => {
  const { email, password } = req.body
  res.json({ key: await keys.issue(email, password) })
})

// ruleid: security/unthrottled-endpoint
app.post('/api/password/reset', (req, res) => res.json({}))

// ruleid: security/unthrottled-endpoint
app.post('/request-password-reset', (req, res) => res.json({}))

// ruleid: security/unthrottled-endpoint
app.post('/auth/forgot', (req, res) => res.json({}))

// ok: security/unthrottled-endpoint
app.post('/dashboards/reset', (req, res) => res.json({}))

// A helper of the file limits it.
async function protect(email: string) {
  const result = await security.consumeRateLimit({ scope: 'login', identifier: email })
  if (!result.allowed) throw new TooManyRequests()
}
// ok: security/unthrottled-endpoint
app.post('/guarded/login', async (req, res) => {
  await protect(req.body.email)
  res.json(await accounts.enter(req.body))
})

// Who is signed in says so on the request; only a password is read here.
// ok: security/unthrottled-endpoint
app.post('/links', async (req, res) => {
  const { target, password } = req.body
  res.json(await links.add({ target, password, owner: req.user && req.user.id }))
})

// ruleid: security/unthrottled-endpoint
app.post('/request-otp', async (req, res) => res.json(await codes.send(req.body.phone)))
