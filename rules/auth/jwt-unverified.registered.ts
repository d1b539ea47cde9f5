import jwt from 'jsonwebtoken'
import jwtDecode from 'jwt-decode'

export default async function berths(app) {
  app.get('/berths/mine', async (request, reply) => {
    // ruleid: auth/jwt-unverified
    const { sub } = jwt.decode(request.headers.authorization.slice(7))
    return berthsOf(sub)
  })

  // Another handler verifies its token, and not this one's.
  app.get('/berths/ours', async (request, reply) => {
    const { sub } = jwt.verify(request.headers.authorization.slice(7), process.env.KEY)
    return berthsOf(sub)
  })

  app.get('/berths/keyed', async (request, reply) => {
    // ok: auth/jwt-unverified
    const { sub, iss } = jwt.decode(request.headers.authorization.slice(7))
    jwt.verify(request.headers.authorization.slice(7), await keyOf(iss))
    return berthsOf(sub)
  })
}

// A library that signs tokens is a server's.
export class Passes {
  holder(token: string) {
    // ruleid: auth/jwt-unverified
    return jwtDecode<{ sub: string }>(token).sub
  }
}
