import jwt from 'jsonwebtoken'

class Visits {
  static verifyToken(ctx) {
    const token = ctx.cookies.get('visit', { signed: true })
    if (!token) return false
    try {
      ctx.state.visitor = jwt.verify(token, process.env.KEY)
    } catch (error) {
      ctx.throw(401, 'Invalid token')
    }
    return true
  }
}

Visits.middleware = {
  verifyToken: function () {
    return async function (ctx, next) {
      Visits.verifyToken(ctx)
      await next()
    }
  },
}

export default Visits
