import { CanActivate, ExecutionContext, Injectable, NotFoundException } from '@nestjs/common'

// Strangers are not to know that there is anything.
@Injectable()
export class StaffGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    const user = request.user
    if (!user?.email || !staff.includes(user.email)) {
      throw new NotFoundException()
    }
    return true
  }
}
