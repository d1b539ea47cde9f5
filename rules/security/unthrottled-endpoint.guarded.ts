import express from 'express'
import { verify } from 'jsonwebtoken'
import mystery from '@acme/mystery'

const app = express()

const find = async (req) => {
  if (!req.cookies.token) return null
  return verify(req.cookies.token, key)
}

const whoever = async (req, res, next) => {
  const user = await find(req)
  if (!user) throw new Problem('nobody')
  next()
}

// Whom it lets pass is not known, but that it limits nothing is.
// ruleid: security/unthrottled-endpoint
app.post('/login', whoever, (req, res) => res.json(enter(req.body)))

// ok: security/unthrottled-endpoint
app.post('/admin/login', mystery(), (req, res) => res.json(enter(req.body)))
