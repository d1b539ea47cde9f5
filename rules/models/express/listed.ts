import express from 'express'
import { setUp } from './setup'
import open from './routes/listed'
import closed from './routes/listed-closed'

const app = express()
const lists = [
  { path: '/waiting', router: open },
  { path: '/members', router: closed },
]

// route: POST /before open
app.post('/before', (req, res) => res.json({}))

lists.forEach(({ path, router }) => app.use(path, router))

setUp(app)

// route: POST /after authenticated
app.post('/after', (req, res) => res.json({}))

if (process.env.AUDIT) app.use('/audited', requireAuth)
const base = '/audited'
// route: POST /audited/x authenticated
app.post(`${base}/x`, (req, res) => res.json({}))
