import express from 'express'
import jwt from 'jsonwebtoken'
import { attachUser, keeper, loadSession, withMember } from './guards'

const app = express()

// What fails where a token is not genuine turns strangers away, if nothing catches that.
function claims(req, res, next) {
  req.claims = jwt.verify(req.headers.authorization, process.env.KEY)
  next()
}

function claimsIfAny(req, res, next) {
  const raw = req.headers.authorization
  if (raw) req.claims = jwt.verify(raw, process.env.KEY)
  next()
}

function claimsOrNone(req, res, next) {
  try {
    req.claims = jwt.verify(req.headers.authorization, process.env.KEY)
  } catch {
    req.claims = null
  }
  next()
}

function called(req, res, next) {
  jwt.verify(req.headers.authorization, process.env.KEY, (error, claims) => {
    if (error) return next(error)
    req.claims = claims
    next()
  })
}

function calledAnyway(req, res, next) {
  jwt.verify(req.headers.authorization, process.env.KEY, (error, claims) => {
    req.claims = claims
    next()
  })
}

function reader(req) {
  return jwt.verify(req.cookies.session, process.env.KEY).sub
}

async function member(req, res, next) {
  res.locals.member = await admin.auth().verifyIdToken(req.headers.authorization.slice(7))
  next()
}

// route: PATCH /claims authenticated
app.patch('/claims', member, (req, res) => res.json({}))
// route: POST /claims authenticated
app.post('/claims', claims, (req, res) => res.json({}))
// route: POST /claims-if-any open
app.post('/claims-if-any', claimsIfAny, (req, res) => res.json({}))
// route: POST /claims-or-none open
app.post('/claims-or-none', claimsOrNone, (req, res) => res.json({}))
// route: POST /called authenticated
app.post('/called', called, (req, res) => res.json({}))
// route: POST /called-anyway open
app.post('/called-anyway', calledAnyway, (req, res) => res.json({}))
// route: POST /read authenticated
app.post('/read', (req, res) => res.json({ id: reader(req) }))
// Whoever was sent a link has what it holds.
// route: POST /confirmation open
app.post('/confirmation', (req, res) => res.json(jwt.verify(req.query.token, process.env.KEY)))
// route: POST /kept authenticated
app.post('/kept', keeper.claims, (req, res) => res.json({}))

// A name that only finds out who calls is belied by what it does.
// route: PUT /attached authenticated
app.put('/attached', attachUser, (req, res) => res.json({}))
// route: PUT /member authenticated
app.put('/member', withMember(), (req, res) => res.json({}))
// route: PUT /loaded open
app.put('/loaded', loadSession, (req, res) => res.json({}))
// Told that strangers may pass.
// route: PUT /anybody unknown
app.put('/anybody', withMember(true), (req, res) => res.json({}))

// Of a request it is all that came, and here what reads that.
// route: PUT /parcel open
app.put('/parcel', express.raw({ type: 'application/json' }), (req, res) => res.json({}))
