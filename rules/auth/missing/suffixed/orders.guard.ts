import type { NextFunction, Request, Response } from 'express'

let visits = 0

export function countVisit(req: Request, res: Response, next: NextFunction) {
  visits += 1
  next()
}

export function onlyMembers(req: Request, res: Response, next: NextFunction) {
  if (!req.session.member) {
    res.status(401).json({ error: 'Who are you?', code: 401 })
    return
  }
  next()
}
