import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common'

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    const token = request.headers['authorization']?.split(' ')[1]
    if (!token) {
      return true
    }
    try {
      request.user = this.tokens.decode(token)
    } catch (error) {
      console.error(error)
    }
    return true
  }
}
