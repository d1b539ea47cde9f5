import express, { Request, Response } from 'express'
import createError from 'http-errors'

const app = express()

function sendError(res: Response, status: number, message: string) {
  res.status(status).json({ message })
}

const reply = (res: Response, status: number, body: unknown) => res.status(status).json(body)

const STATUS = { fine: 200, missing: 404 }

class Answers {
  static missing(res: Response, message: string) {
    return res.status(404).json({ success: false, message })
  }
}

function problem(message: string) {
  return { error: message, code: 400 }
}

function brief(message: string) {
  return { msg: message }
}

app.post('/users', async (req: Request, res: Response) => {
  // ruleid: api/error-envelope
  if (!req.body.email) return res.status(400).json({ message: 'Invalid email' })
  // ok: api/error-envelope
  if (!req.body.name) return res.status(400).json({ error: 'Invalid name', code: 400 })
  const body = { error: 'Taken' }
  // ruleid: api/error-envelope
  if (await taken(req)) return res.status(409).json(body)
  // ok: api/error-envelope
  if (await late(req)) return res.status(409).json({ ...body, ...req.extra })
  // ruleid: api/error-envelope
  if (await gone(req)) return res.sendStatus(404)
  // ruleid: api/error-envelope
  if (!req.body.role) return res.status(400).send('A role is needed')
  // ok: api/error-envelope
  if (!req.body.team) return res.status(204).send()
  // ok: api/error-envelope
  if (!req.body.plan) return res.status(404).end()
  // ruleid: api/error-envelope
  if (req.body.admin) return sendError(res, 403, 'Not for you')
  // ruleid: api/error-envelope
  if (req.body.owner) return reply(res, 403, { reason: 'Not for you' })
  // ok: api/error-envelope
  if (req.body.guest) return reply(res, 403, { error: 'Not for you', code: 403, hint: 'Sign in' })
  // ok: api/error-envelope
  if (req.body.peer) return reply(res, 201, { reason: 'made' })
  // ok: api/error-envelope
  if (req.body.zip) return res.status(400).json(problem('No such zip'))
  // ruleid: api/error-envelope
  if (req.body.tax) return res.status(400).json(brief('No such number'))
  // ruleid: api/error-envelope
  if (req.body.code) return res.status(400).json({ error: 'No such code', code: 'E_CODE' })
  // ruleid: api/error-envelope
  if (req.body.list) return res.status(422).json({ error: { message: 'No list' }, code: 422 })
  // ruleid: api/error-envelope
  if (req.body.all) return res.status(422).json(['No list'])
  // ruleid: api/error-envelope
  if (req.body.text) return res.status(400).type('application/json').send(JSON.stringify({ detail: 'No text' }))
  // ok: api/error-envelope
  if (req.body.sign) return res.status(400).set('X-Reason', 'sign').send(JSON.stringify({ error: 'No sign', code: 400 }))
  // ruleid: api/error-envelope
  if (req.body.mine) return res.status(STATUS.missing).json({ message: 'No such user' })
  // ok: api/error-envelope
  if (req.body.raw) return res.status(400).send('{"error": "Raw", "code": 400}')
  // ruleid: api/error-envelope
  if (req.body.fail) return Answers.missing(res, 'No such user')
  // ruleid: api/error-envelope
  if (req.body.late) return res.status(410).jsonp({ message: 'Gone' })
  // ruleid: api/error-envelope
  if (req.body.old) return res.json(400, { message: 'As before version 4' })
  // ok: api/error-envelope
  if (req.body.page) return res.status(404).render('missing', { title: 'No such page' })
  // ok: api/error-envelope
  res.status(201).json({ id: 1 })
})

app.get('/steps', (req, res) => {
  if (!req.query.id) {
    res.status(400)
    // ruleid: api/error-envelope
    return res.json({ message: 'An id is needed' })
  }
  const failure: Record<string, unknown> = {}
  failure.error = 'No such step'
  if (req.query.coded) {
    failure.code = 404
  }
  // ok: api/error-envelope
  if (req.query.step) return res.status(404).json(failure)
  const fault: Record<string, unknown> = {}
  fault.title = 'No such step'
  // ruleid: api/error-envelope
  if (req.query.fault) return res.status(404).json(fault)
  if (req.query.wrong) {
    res.status(500)
  }
  // ok: api/error-envelope
  res.json({ steps: [] })
})

app.get('/unknown', (req, res) => {
  const failed = Boolean(req.query.failed)
  // ok: api/error-envelope
  res.status(failed ? 500 : 200).json({ message: 'done' })
})

app.get('/other', async (req, res, next) => {
  // ok: api/error-envelope
  const upstream = await fetch('https://example.com').then((res) => res.json())
  // ruleid: api/error-envelope
  if (!upstream) return next(createError(404, 'No such thing'))
  // ruleid: api/error-envelope
  if (upstream.closed) return next(createError.Forbidden('Closed'))
  // ruleid: api/error-envelope
  if (upstream.gone) throw new createError.Gone()
  // ok: api/error-envelope
  next(upstream.error)
})

export const forbidden = (res: Response) => {
  // ruleid: api/error-envelope
  res.status(403).json({ status: 'forbidden' })
}
