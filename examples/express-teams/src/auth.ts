import type { NextFunction, Request, Response } from 'express'
import { sessionOf } from './sessions.js'

export function requireAuth(req: Request, res: Response, next: NextFunction) {
  const session = sessionOf(req.header('Authorization'))
  if (!session) return res.status(401).json({ error: 'Sign in first', code: 401 })
  res.locals.user = session.user
  next()
}
