const auth = require('../middleware').requireAuth

module.exports = function (app) {
  // route: POST /legacy open
  app.post('/legacy', (req, res) => res.json({}))
  // route: POST /legacy/:id authenticated
  app.post('/legacy/:id', auth, (req, res) => res.json({}))
}
