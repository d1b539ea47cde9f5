import { verify } from 'jsonwebtoken'
import { signers } from './signers'

class NotLoggedError extends Error {}

const find = async (req) => {
  if (!req.cookies.token) return null
  return verify(req.cookies.token, key)
}

export const logged = async (req, res, next) => {
  const user = await find(req)
  if (!user) throw new NotLoggedError()
  next()
}

// What it throws need not say what for.
export const known = async (req, res, next) => {
  const user = await find(req)
  if (!user) throw new Problem('nobody')
  next()
}

export const signed = async (req, res, next) => {
  if (!signers.get(req.params.sender).verifySignature(req.body)) return res.status(400).end()
  next()
}
