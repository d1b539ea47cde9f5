import { TokenService } from './tokens'

export class AuthMiddleware {
  constructor(private readonly tokens: TokenService) {}

  handle = async (req, res, next) => {
    const user = await this.tokens.verify(req.header('authorization'))
    if (!user) {
      res.status(401).json({ error: 'Sign in', code: 401 })
      return
    }
    req.user = user
    next()
  }
}

export class Visits {
  static session(req, res, next) {
    if (!req.session.userId) {
      res.status(401).json({ error: 'Sign in', code: 401 })
      return
    }
    next()
  }
}
