import jwt from 'jsonwebtoken'

export async function attachUser(req, res, next) {
  const user = req.cookies.session && (await users.ofSession(req.cookies.session))
  if (!user) {
    res.status(401).json({ error: 'Sign in', code: 401 })
    return
  }
  req.user = user
  next()
}

export const withMember =
  (optional = false) =>
  (req, res, next) => {
    const member = members.find(req.headers.authorization)
    if (!member) {
      if (optional) return next()
      return res.status(401).json({ error: 'Members only', code: 401 })
    }
    req.member = member
    next()
  }

export const keeper = {
  claims: (req, res, next) => {
    req.claims = jwt.verify(req.headers.authorization, process.env.KEY)
    next()
  },
}

// What nobody can be sure of leaves it at what the name says.
export async function loadSession(req, res, next) {
  if (shaken(req)) return res.status(401).end()
  next()
}
