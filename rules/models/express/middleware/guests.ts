export function authenticateGuest(req, res, next) {
  const token = req.cookies.session
  if (!token) return next()
  const user = sessions.find(token)
  if (!user) return res.status(401).end()
  req.user = user
  next()
}

export function authenticateMember(req, res, next) {
  const token = req.cookies.session
  if (!token) return next(new Error('Log in first'))
  const user = sessions.find(token)
  if (!user) return res.status(401).end()
  req.user = user
  next()
}
