import express from 'express'
import { count, invent, note, protect, redeem, remember } from './limits'

const app = express()

// ok: security/unthrottled-endpoint
app.post('/members/login', async (req, res) => {
  await protect('login', req.body.email)
  res.json(await accounts.enter(req.body))
})

// ruleid: security/unthrottled-endpoint
app.post('/guests/login', async (req, res) => {
  await remember('login', req.body.email)
  res.json(await accounts.enter(req.body))
})

const limited = (req) => protect('login', req.body.email)
// ok: security/unthrottled-endpoint
app.post('/staff/login', async (req, res) => {
  await limited(req)
  res.json(await accounts.enter(req.body))
})

// Counted in a store under a key that says what for.
// ok: security/unthrottled-endpoint
app.post('/otp/request', async (req, res) => {
  await count(req.body.phone)
  res.json(await codes.send(req.body.phone))
})

// ok: security/unthrottled-endpoint
app.post('/otp/verify', async (req, res) => {
  res.json({ valid: await redeem(req.body.phone, req.body.code) })
})

// What is counted here is something else.
// ruleid: security/unthrottled-endpoint
app.post('/otp/resend', async (req, res) => {
  await note(req.body.phone)
  res.json(await codes.send(req.body.phone))
})

// Its own tries, and not the caller's.
// ruleid: security/unthrottled-endpoint
app.post('/otp/send', async (req, res) => {
  await invent(req.body.phone)
  res.json(await codes.send(req.body.phone))
})
