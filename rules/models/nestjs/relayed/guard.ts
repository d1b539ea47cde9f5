import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common'

// Whatever is made of it, it is a guard that it asks.
@Injectable()
export class UserAuthGuard implements CanActivate {
  constructor(private readonly authGuard: PassportGuard) {}

  canActivate(context: ExecutionContext) {
    return this.authGuard.canActivate(context)
  }

  handleRequest(error: Error, user: unknown, info: unknown) {
    return this.authGuard.handleRequest(error, user, info)
  }
}
