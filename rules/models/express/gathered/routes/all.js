const { Router } = require('express')
const lanes = require('./lanes')

const pageRouter = Router()
const apiRouter = Router()
apiRouter.use('/lanes', lanes)

// route: GET /pages/about open
pageRouter.get('/about', (req, res) => res.send('us'))

module.exports = {
  api: apiRouter,
  pages: pageRouter,
}
