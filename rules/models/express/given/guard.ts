export function guard(req, res, next) {
  if (!req.headers.authorization || !known(req.headers.authorization)) return res.sendStatus(401)
  next()
}
