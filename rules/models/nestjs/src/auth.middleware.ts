import { Injectable, NestMiddleware } from '@nestjs/common'

// Says who calls where somebody is known, and lets everybody pass.
@Injectable()
export class AuthMiddleware implements NestMiddleware {
  constructor(private readonly users: UsersService) {}

  async use(req: Request, res: Response, next: NextFunction) {
    if (req.cookies.session) {
      req.user = await this.users.ofSession(req.cookies.session)
      return next()
    }
    next()
  }
}
