import express from 'express'
import createError from 'http-errors'

const app = express()

app.get('/orders/:id', async (req, res, next) => {
  // ok: api/error-envelope
  if (!req.params.id) return next(createError(404, 'No such order'))
  // ruleid: api/error-envelope
  res.status(404).json({ message: 'No such order' })
})

app.use((error, req, res, next) => {
  // ok: api/error-envelope
  res.status(error.status || 500).json({ error: error.message, code: error.status || 500 })
})
