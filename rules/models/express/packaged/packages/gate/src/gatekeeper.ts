import { findUser } from './users'

export const gatekeeper = async (req, res, next) => {
  const user = await findUser(req.headers.authorization)
  if (!user) {
    res.status(401).json({ error: 'Sign in', code: 401 })
    return
  }
  next()
}
