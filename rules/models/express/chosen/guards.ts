import { config } from './config'

export function requireUser(req, res, next) {
  if (!req.session.user) return res.status(401).json({ error: 'Who are you?', code: 401 })
  next()
}

export function requireOwner(req, res, next) {
  if (!req.session.owner) return res.status(401).json({ error: 'Who are you?', code: 401 })
  next()
}

const pass = (req, res, next) => next()

// The name promises what a setting decides.
export const requireAuth = config.secured ? requireUser : pass
export const requireSome = config.shared ? requireUser : requireOwner

export function requirement() {
  return config.secured ? requireUser : pass
}

// Strict unless it is told otherwise.
export function requireLogin(loose = false) {
  return loose ? pass : requireUser
}
