import { verify } from 'jsonwebtoken'

export const gate = async (req, res, next) => {
  const header = req.headers.authorization
  try {
    req.claims = verify(header, process.env.SECRET)
    next()
  } catch {
    res.status(401).json({ error: 'Bad token', code: 401 })
  }
}
