import { verify } from 'jsonwebtoken'

export const authMiddleware = (req, res, next) => {
  if (!req.headers.authorization) return res.status(401).json({ error: 'Unauthorized' })
  req.user = verify(req.headers.authorization, process.env.KEY)
  next()
}
