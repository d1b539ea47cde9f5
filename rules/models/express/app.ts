import { checkCsrf, requireClaims, requireToken, validateLetter, validateSender } from './middleware/switched'
import express from 'express'
import compression from 'compression'
import passport from 'passport'
import usersRouter from './routes/users'
import lettersRouter from '@express/routes/letters'
import { adminRouter } from '@/routes/admin'
import { shelvesRouter } from '@acme/server/models/express/routes/shelves'
import { createOrdersRouter } from './routes/orders'
import { requireAuth } from './middleware'
import { gate } from './middleware/gate'
import { known, logged, signed } from './middleware/logged'
import { track } from './middleware/track'
import { access, isAuthorized, jwt } from './middleware/made'
import chainedRouter from './routes/chained'
import mystery from '@acme/mystery'
import { UploadController } from './controllers/upload'
import axios from 'axios'
import api from './client'
import * as handlers from './required/handlers'
import handed from './handed'
import { validateLogin } from '@acme/validators'
import auth from './routes/auth'

const app = express()
app.use(express.json())
app.use(compression())
app.use(track)

// route: GET /ping open public
app.get('/ping', (req, res) => res.send('pong'))

// A router turns nobody away, whatever it is called.
app.use(auth)

const inner = express.Router()
app.use('/handed', handed(inner))

// A client's calls are no routes.
axios.post('/teams', { name: 'x' })
api.post('/teams', payload)
api.del('/teams/1', { force: true }, function (error) {})
const cached = cache.get('key', () => 1)
app.get('port')

// route: POST /teams open
app.post('/teams', (req, res) => res.json({}))
// route: PUT /teams/:id authenticated
app.put('/teams/:id', requireAuth, (req, res) => res.json({}))
// route: PATCH /teams/:id authenticated
app.patch('/teams/:id', [express.json(), requireAuth], (req, res) => res.json({}))
// route: DELETE /teams/:id authenticated
app.delete('/teams/:id', passport.authenticate('jwt', { session: false }), (req, res) => res.json({}))
// route: GET /entry unknown
app.get('/entry', passport.authenticate(Strategy.GitHub, { session: false }), (req, res) => res.json({}))
// route: POST /gated authenticated
app.post('/gated', gate, (req, res) => res.json({}))
// route: POST /logged unknown
app.post('/logged', logged, (req, res) => res.json({}))
// route: POST /known unknown
app.post('/known', known, (req, res) => res.json({}))
// route: POST /signed/:sender unknown
app.post('/signed/:sender', signed, (req, res) => res.json({}))
// What somebody logs in with is validated, and nobody is known by that.
// route: POST /entries unknown
app.post('/entries', validateLogin, (req, res) => res.json({}))
// route: POST /mystery unknown
app.post('/mystery', mystery(), (req, res) => res.json({}))

app
  .route('/books')
  // route: GET /books open
  .get((req, res) => res.json([]))
  // route: POST /books authenticated
  .post(requireAuth, (req, res) => res.json({}))

// What middleware does that a function makes counts, not its name.
// route: POST /kept open
app.post('/kept', jwt(), (req, res) => res.json({}))
// route: POST /loaded unknown
app.post('/loaded', access(), (req, res) => res.json({}))
// route: POST /asked unknown
app.post('/asked', isAuthorized, (req, res) => res.json({}))

// What the handler itself does.
// route: POST /inside authenticated
app.post('/inside', (req, res) => {
  if (!req.session.user) return res.status(401).json({ error: 'Sign in', code: 401 })
  res.json({})
})
// Who proves a password gets a token, and who answers a question a new password.
// route: POST /account/enter unknown
app.post('/account/enter', async (req, res) => {
  const user = await users.find(req.body.email, digest(req.body.password))
  if (!user) return res.status(401).send('No such user')
  const token = security.authorize({ id: user.id })
  res.json({ token })
})
// route: POST /account/recover unknown public
app.post('/account/recover', async (req, res) => {
  const found = await answers.find(req.body.email)
  if (security.hmac(req.body.reply) !== found.reply) return res.status(401).send('Wrong answer')
  res.json({})
})
// An upstream's refusal is passed on: nothing is read of the caller.
// route: POST /relay open
app.post('/relay', async (req, res) => {
  const answer = await upstream(req.body)
  if (answer.status === 403) return res.status(403).json({ error: 'Upstream', code: 403 })
  res.json(answer)
})

app.use('/users', usersRouter)
app.use('/chained', chainedRouter)
app.use('/shelves', requireAuth, shelvesRouter)
app.use('/admin', requireAuth, adminRouter)
app.use('/orders', createOrdersRouter({ limit: 3 }))
app.use('/uploads', new UploadController().router)
require('./routes/legacy')(app)

app.use(['/secure', '/vault'], requireAuth)
// route: POST /secure/things authenticated
app.post('/secure/things', (req, res) => res.json({}))
// route: POST /vault authenticated
app.post('/vault', (req, res) => res.json({}))
// route: POST /security open
app.post('/security', (req, res) => res.json({}))

app.use(require('./required/routes'))
app.use('/parts', requireAuth, require('./required/parts').router)
// A part of its path that only those know who may call it.
// route: POST /jobs/{}/purge unknown
app.post(`/jobs/${process.env.QUEUE_ACCESS_KEY}/purge`, (req, res) => res.json({}))
// route: POST /jobs/{}/create unknown
app.post(`/jobs/${process.env.QUEUE_ACCESS_KEY}/create`, handlers.create)
// route: POST /queues/{}/drain open
app.post(`/queues/${process.env.QUEUE_NAME}/drain`, (req, res) => res.json({}))
// Whoever logs in by a key or another device has no session yet.
// route: POST /passkey/options open public
app.post('/passkey/options', (req, res) => res.json({}))
// route: POST /device/poll open public
app.post('/device/poll', (req, res) => res.json({}))
// Whoever was given the token in a link proves himself by it.
// route: POST /uploads/:uploadToken open public
app.post('/uploads/:uploadToken', (req, res) => res.json({}))
// route: DELETE /tokens/:tokenId open
app.delete('/tokens/:tokenId', (req, res) => res.json({}))
// Whatever becomes of it, strangers fail.
// route: POST /credentials unknown
app.post('/credentials', async (req, res) => {
  try {
    if (!isKnown(req.body.code)) throw new Error('Unauthorized')
    res.json({})
  } catch (error) {
    res.status(500).json({ error: 'It failed', code: 500 })
  }
})

// Whoever wants to sends the cookie.
// route: POST /flagged open
app.post('/flagged', (req, res) => {
  if (req.cookies.role !== 'admin') return res.status(403).json({ error: 'No', code: 403 })
  res.json({})
})
// Another service reports there.
// route: POST /payment-callback open public
app.post('/payment-callback', (req, res) => res.json({}))
// route: POST /forms open
app.post('/forms', checkCsrf, (req, res) => res.json({}))
// route: POST /typed open
app.post('/typed', (req, res) => {
  const { token }: UnauthenticatedRequest['Body'] = parse(req.query)
  res.json({ token })
})
// route: POST /switched unknown
app.post('/switched', requireToken, (req, res) => res.json({}))
// route: POST /claims authenticated
app.post('/claims', requireClaims, (req, res) => res.json({}))
// route: POST /senders authenticated
app.post('/senders', validateSender, (req, res) => res.json({}))
// route: POST /drafts open
app.post('/drafts', validateLetter(draft), (req, res) => res.json({}))

app.use('/papers', (await import('./routes/papers')).default)
app.use('/letters', requireAuth, lettersRouter)

app.use(requireAuth)
// route: POST /late authenticated
app.post('/late', (req, res) => res.json({}))

export default app
