import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common'
import { Reflector } from '@nestjs/core'

@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const requiredRoles = this.reflector.get('roles', context.getHandler())
    if (!requiredRoles || requiredRoles.length === 0) {
      return true
    }
    const { user } = context.switchToHttp().getRequest()
    if (!user) throw new UnauthorizedException()
    return requiredRoles.includes(user.role)
  }
}
