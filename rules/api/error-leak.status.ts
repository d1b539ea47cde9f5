import express from 'express'
import type { ErrorRequestHandler } from 'express'

const app = express()

// What tells its own errors from those of the server by their status may say what they are.
const chosen: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.status ?? 500
  // ok: api/error-leak
  res.status(status).json({ error: status < 500 ? err.message : 'Something went wrong', code: status })
}

const left: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.statusCode || 500
  if (status >= 500) {
    return res.status(status).json({ error: 'Something went wrong', code: status })
  }
  // ok: api/error-leak
  res.status(status).json({ error: err.message, code: status })
}

const entered: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.status || 500
  if (499 >= status && err.expose) {
    // ok: api/error-leak
    return res.status(status).json({ error: err.message, code: status })
  }
  // ruleid: api/error-leak
  res.status(status).json({ error: err.message, code: status })
}

const held: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.status || 500
  const message = !(status === 500) ? err.message : 'Something went wrong'
  // ok: api/error-leak
  res.status(status).json({ error: message, code: status })
}

// The wrong way round, and a bound that lets errors of the server through.
const turned: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.status || 500
  // ruleid: api/error-leak
  res.status(status).json({ error: status >= 500 ? err.message : 'Not found', code: status })
}

const loose: ErrorRequestHandler = (err, req, res, next) => {
  const status = err.status || 500
  if (status > 599) return next(err)
  // ruleid: api/error-leak
  res.status(status).json({ error: err.message, code: status })
}

// Another status than the error's.
const other: ErrorRequestHandler = (err, req, res, next) => {
  if (res.statusCode >= 500) return next(err)
  // ruleid: api/error-leak
  res.status(err.status).json({ error: err.message, code: err.status })
}

// What a variable holds that asked more of the error.
const asked: ErrorRequestHandler = (err, req, res, next) => {
  const isKnown = err instanceof Missing
  if (!isKnown) return next(err)
  // ok: api/error-leak
  res.status(err.status).json({ error: err.message, code: err.status })
}

const shown: ErrorRequestHandler = (err, req, res, next) => {
  const expose = err.expose === true
  // ok: api/error-leak
  res.status(500).json({ error: expose ? err.message : 'Something went wrong', code: 500 })
}

const present: ErrorRequestHandler = (err, req, res, next) => {
  const hasError = Boolean(process.env.VERBOSE)
  // ruleid: api/error-leak
  res.status(500).json({ error: hasError ? err.message : 'Something went wrong', code: 500 })
}

app.use(asked, shown, present, chosen, left, entered, held, turned, loose, other)
