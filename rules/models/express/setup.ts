export function setUp(app) {
  app.use((req, res, next) => {
    if (!req.session.user) return res.status(401).json({ error: 'Sign in', code: 401 })
    next()
  })
}
