const mount = require('koa-mount')
const users = require('./users')

module.exports = (app) => {
  app.use(mount('/handed', users))
}
