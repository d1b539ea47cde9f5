import http from 'http'

export class JwtStrategy {
  // ok: structure/http-in-service
  async validate(req: http.IncomingMessage) {
    return req.headers.authorization
  }
}
