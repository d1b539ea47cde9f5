const Router = require('@koa/router')

// A router that goes from function to function, each of which registers something on it.
module.exports.register = (router) => {
  // route: DELETE /handed/photo authenticated
  router.delete('/photo', async (ctx) => {
    ctx.body = {}
  })
}
