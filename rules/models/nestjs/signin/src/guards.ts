import { CanActivate, ExecutionContext, HttpException, Injectable } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'

@Injectable()
export class LocalAuthGuard extends AuthGuard('local') {}

@Injectable()
export class LockLoginGuard implements CanActivate {
  constructor(private readonly attempts: Attempts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest()
    if (await this.attempts.isLocked(request.body.email)) throw new HttpException('Locked', 423)
    return true
  }
}
