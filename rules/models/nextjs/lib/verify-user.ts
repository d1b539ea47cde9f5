import { tokenOf } from './tokens'

// Answers whom it does not know, and gives nothing then.
export default async function verifyUser({ req, res }) {
  const token = await tokenOf(req)
  if (typeof token === 'string') {
    res.status(401).json({ error: token, code: 401 })
    return null
  }
  return token.user
}
