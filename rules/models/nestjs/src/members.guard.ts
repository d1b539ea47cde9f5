import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common'

@Injectable()
export class MembersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    if (!request.headers.authorization) return false
    return members.has(request.headers.authorization)
  }
}
