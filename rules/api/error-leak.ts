import express from 'express'

const app = express()

function fail(res, status, message) {
  res.status(status).json({ error: message, code: status })
}

app.get('/orders/:id', async (req, res) => {
  try {
    await find(req.params.id)
  } catch (error) {
    // ruleid: api/error-leak
    if (req.query.a) return res.status(500).json({ error: error.message, code: 500 })
    // ruleid: api/error-leak
    if (req.query.b) return res.status(500).json({ error: 'Failed', code: 500, stack: error.stack })
    // ruleid: api/error-leak
    if (req.query.c) return res.status(500).send(error)
    // ruleid: api/error-leak
    if (req.query.d) return res.status(500).json({ error: `Failed: ${error}`, code: 500 })
    // ruleid: api/error-leak
    if (req.query.e) return fail(res, 500, error.message)
    // ok: api/error-leak
    if (error.code === 'P2002') return res.status(409).json({ error: error.message, code: 409 })
    // ok: api/error-leak
    if (error instanceof NotFound) return res.status(404).json({ error: error.message, code: 404 })
    // ruleid: api/error-leak
    if (error instanceof Error) return res.status(400).json({ error: error.message, code: 400 })
    const text = error instanceof Error ? error.message : 'Unknown'
    // ruleid: api/error-leak
    if (req.query.f) return res.status(500).json({ error: text, code: 500 })
    // ruleid: api/error-leak
    if (req.query.k) return res.status(500).json({ error: (error as Error).message, code: 500 })
    const problem = error as Error
    // ruleid: api/error-leak
    if (req.query.l) return res.status(500).json({ error: problem.message, code: 500 })
    // ok: api/error-leak
    if (req.query.g) return res.status(500).json({ error: describe(error), code: 500 })
    // ok: api/error-leak
    if (req.query.h) return res.status(500).json({ error: 'Failed', code: 500, stack: process.env.NODE_ENV === 'development' ? error.stack : undefined })
    // ok: api/error-leak
    if (req.query.i) return res.status(500).json({ error: 'Failed', code: 500, ...(isDev && { stack: error.stack }) })
    // ok: api/error-leak
    if (req.query.j) return res.status(200).json({ error: error.message })
    console.error(error.message)
    // ok: api/error-leak
    res.status(500).json({ error: 'Failed', code: 500 })
  }
})

app.get('/rows', (req, res) => {
  database.query('select 1', (err, rows) => {
    // ruleid: api/error-leak
    if (err) return res.status(500).send(err.message)
    res.json(rows)
  })
  // ruleid: api/error-leak
  load().catch((err) => res.status(502).json({ error: String(err), code: 502 }))
})

app.post('/orders', (req, res) => {
  const { error } = schema.validate(req.body)
  // ok: api/error-leak
  if (error) return res.status(400).json({ error: error.message, code: 400 })
  res.sendStatus(204)
})

app.use((err, req, res, next) => {
  // ruleid: api/error-leak
  res.status(err.status || 500).json({ error: err.message, code: 500 })
})

// What is called an error may be a text of the program's own.
function refuse(error: string, status: number) {
  return Response.json({ error, code: status }, { status })
}

function forbidden(error?: Record<string, string>) {
  // ok: api/error-leak
  return Response.json({ error: { message: 'Not for you', ...error } }, { status: 403 })
}

export function orders(request) {
  // ok: api/error-leak
  if (!request.user) return refuse('Sign in', 401)
  return forbidden({ hint: 'Ask the owner' })
}

// Somebody asks first what sort of error it is.
const answerInvalid = (err: unknown, res): boolean => {
  if (!(err instanceof InvalidUrl)) return false
  res.status(400).json({ error: err.message, code: 400 })
  return true
}

app.post('/links', async (req, res, next) => {
  try {
    await store(req.body)
  } catch (err) {
    // ok: api/error-leak
    if (answerInvalid(err, res)) return
    next(err)
  }
})

app.put('/links/:id', async (req, res) => {
  try {
    await store(req.body)
  } catch (err) {
    if (!isInvalid(err)) throw err
    // ok: api/error-leak
    res.status(400).json({ error: err.message, code: 400 })
  }
})

app.delete('/links/:id', async (req, res) => {
  try {
    await remove(req.params.id)
  } catch (err) {
    if (!err) return
    // ruleid: api/error-leak
    res.status(400).json({ error: err.message, code: 400 })
  }
})

// Outside of development the stack is taken out again.
const describe404 = (err, req, res) => {
  const body = { code: 404, error: 'Not found', stack: err.stack }
  if (process.env.NODE_ENV !== 'development') {
    delete body.stack
  }
  // ok: api/error-leak
  res.status(404).json(body)
}
app.use(describe404)
