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

// Whatever the words: nobody gets past who is not signed in.
// ok: auth/missing
app.post('/sent-away', (req, res) => {
  if (!req.user) return res.redirect('/')
  res.json({})
})

// ok: auth/missing
app.post('/refused', async (req, res) => {
  const { user } = await getServerSession(req, res, options)
  if (!user) {
    return res.status(400).json({ error: 'Who are you?', code: 400 })
  }
  res.json({})
})

// ruleid: auth/missing
app.post('/looked-up', async (req, res) => {
  const user = await getUser(req.body.userId)
  if (!user) throw new Error('No such user')
  res.json({})
})

// ruleid: auth/missing
app.post('/sent', (req, res) => {
  const { token } = req.body
  if (!token) throw new Error('A token is needed')
  res.json({})
})

// Whether it answers strangers depends on the rest.
// ruleid: auth/missing
app.post('/sometimes', (req, res) => {
  if (req.body.isPrivate) {
    if (!req.user) throw new Error('Private')
  }
  res.json({})
})

function leave(req, res, next) {
  if (!req.session.user) return res.redirect('/')
  next()
}
// ok: auth/missing
app.post('/behind', leave, (req, res) => res.json({}))

function enrich(req, res, next) {
  if (!req.session.user) return next()
  req.name = req.session.user.name
  next()
}
// ruleid: auth/missing
app.post('/enriched', enrich, (req, res) => res.json({}))

// Where accounts are opened nobody has one.
// ok: auth/missing
app.post('/api/users', registerUser)

const people = express.Router()
// ok: auth/missing
people.post('/users', async (req, res) => res.json(await people.create(req.body)))
people.post('/users/login', async (req, res) => res.json(await people.enter(req.body)))
// ruleid: auth/missing
people.delete('/users/:id', async (req, res) => res.json(await people.remove(req.params.id)))
// ruleid: auth/missing
people.post('/groups', async (req, res) => res.json(await groups.create(req.body)))
// ok: auth/missing
people.post('/github.webhooks', async (req, res) => res.json({}))
app.use('/v1', people)

// Of some packages everybody knows that they have nothing to do with who calls.
import featurePolicy from 'feature-policy'
import { gate } from 'some-guards'
const policed = express()
policed.use(featurePolicy({ features: {} }))
// ruleid: auth/missing
policed.post('/things', (req, res) => res.json({}))
const gated = express()
gated.use(gate())
// ok: auth/missing
gated.post('/things', (req, res) => res.json({}))

// Whoever waits for the mail that confirms an address, or for the second factor, is not signed in yet.
// ok: auth/missing
app.post('/auth/request-verification-email', (req, res) => res.json({}))
// ok: auth/missing
app.post('/2fa/verify', (req, res) => res.json({}))

// What refuses whatever is asked of it, or sends the caller elsewhere, changes nothing.
// ok: auth/missing
app.post('/old-things', () => {
  throw new Error('Use /things')
})
// ok: auth/missing
app.put('/gone', (req, res) => res.status(410).json({ error: 'Gone', code: 410 }))
// ok: auth/missing
app.post('/moved', (req, res) => {
  const target = '/new' + req.url
  return res.redirect(308, target)
})
// ruleid: auth/missing
app.post('/saved-and-moved', async (req, res) => {
  await db.things.insert(req.body)
  return res.redirect('/things')
})

// Only some were given the token that is looked up.
// ok: auth/missing
app.post('/address', async (req, res) => {
  const { token } = req.body
  if (!token) return res.status(400).json({ error: 'No token', code: 400 })
  await addresses.confirm(token)
  res.json({})
})

// Nobody reaches it where it matters.
// ok: auth/missing
app.post('/test-data', async (req, res) => {
  if (process.env.NODE_ENV === 'production') return res.status(404).end()
  await db.fill()
  res.json({})
})

// What only computes, counts visitors or signs them in.
// ok: auth/missing
app.post('/prices/calculate', (req, res) => res.json(calculate(req.body)))
// ok: auth/missing
app.post('/telemetry', (req, res) => res.json(keep(req.body)))
// ok: auth/missing
app.post('/api/auth/discover', (req, res) => res.json(methods(req.body)))
// ruleid: auth/missing
app.post('/api/auth/change-role', (req, res) => res.json(roles.change(req.body)))

// Who opens an account has none yet.
// ok: auth/missing
app.post('/auth/create', createUser)

// Whatever is left over belongs to pages, or is handed on.
// ok: auth/missing
app.post('/*', (req, res) => pages.handle(req, res))
// What a model of language is asked changes nothing.
// ok: auth/missing
app.post('/gateway/v1/chat/completions', async (req, res) => res.json(await complete(req.body)))

// ok: auth/missing
app.post('/keys', async (req, res) => {
  const { email, password } = req.body
  res.json({ key: await keys.issue(email, password) })
})

// Whose profile it is the path says.
// ruleid: auth/missing
app.post('/profiles/:id', async (req, res) => {
  const { email, password } = req.body
  res.json(await profiles.change(req.params.id, email, password))
})

// Whatever is sent, it is refused.
// ok: auth/missing
app.post('/nameless', (req, res, next) => {
  next(new InvalidNameError('A name is missing.'))
})

// Visitors have no account by which to agree to cookies.
// ok: auth/missing
app.post('/policies/cookies-consent', (req, res) => res.json(keep(req.ip)))

// Makes another form of what it is sent.
// ok: auth/missing
app.post('/letters/to-html', async (req, res) => res.json(await letters.render(req.body)))

// Whoever confirms a subscription was sent a link, and has no account.
// ok: auth/missing
app.post('/lists/joined', confirmSubscription)

// Visitors ask by a form.
// ok: auth/missing
app.post('/contacts/submit', async (req, res) => res.json(await questions.insert(req.body)))
// ruleid: auth/missing
app.put('/contacts/:id', async (req, res) => res.json(await questions.update(req.params.id, req.body)))

// For everybody, by its name.
const publicBookingsRouter = express.Router()
// ok: auth/missing
publicBookingsRouter.put('/:code', async (req, res) => res.json(await bookings.update(req.params.code, req.body)))

// A list that a function puts together begins with a guard.
function signedIn(req: any, res: any, next: any) {
  if (!req.session.user) return res.status(401).json({ error: 'Sign in', code: 401 })
  next()
}
const behindSession = (...handlers: any[]) => [signedIn, ...handlers]
const traced = (...handlers: any[]) => [trace, ...handlers]
function trace(req: any, res: any, next: any) {
  console.info(req.path)
  next()
}
// ok: auth/missing
app.post('/listed', ...behindSession(async (req, res) => res.json({})))
// ok: auth/missing
app.post('/listed/whole', behindSession((req, res) => res.json({})))
// ruleid: auth/missing
app.post('/listed/traced', ...traced((req, res) => res.json({})))

// Whose basket it is, a function of the file finds out; strangers have one, too.
// ok: auth/missing
app.delete('/baskets/lines', (req, res) => {
  const basket = basketOf(db, req)
  db.removeLines(basket.id)
  res.json({})
})

function basketOf(db: any, req: any) {
  const userId = req.user?.id ?? null
  return userId ? db.basketOfUser(userId) : db.basketOfVisit(req.headers['x-visit'])
}

// ruleid: auth/missing
app.delete('/shelves/lines', (req, res) => {
  const shelf = shelfOf(db, req)
  db.removeLines(shelf.id)
  res.json({})
})

function shelfOf(db: any, req: any) {
  return req.query.wide ? db.wideShelf() : db.shelf()
}
