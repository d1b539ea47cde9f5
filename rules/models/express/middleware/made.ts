// Keeps what was sent, and lets everybody pass.
export function jwt() {
  return (req, res, next) => {
    if (req.headers.authorization) res.locals.token = req.headers.authorization.split(' ')[1]
    next()
  }
}

// Hands an error on where a token is no good.
export const access = () => async (req, res, next) => {
  try {
    res.locals.access = await permissions.load(res.locals.token)
    next()
  } catch (error) {
    next(error)
  }
}

// Asks what the settings say, and nobody who he is.
export function isAuthorized(req, res, next) {
  if (settings.closed) throw new Error('Closed')
  next()
}
