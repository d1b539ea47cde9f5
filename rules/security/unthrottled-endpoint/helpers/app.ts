import express from 'express'
import { protect, remember } from './limits'

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
