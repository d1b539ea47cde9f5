const passport = require('passport')

function authenticate(kind, words, isStrict) {
  return function (req, res, next) {
    passport.authenticate(kind, (error, user) => {
      if (error) return next(error)
      if (!user && isStrict) return res.status(401).json({ error: words, code: 401 })
      req.user = user
      next()
    })(req, res, next)
  }
}

const strict = authenticate('jwt', 'Who are you?', true)
const loose = authenticate('jwt', 'Who are you?', false)

module.exports = { strict, loose }
