import { BadRequestException, CanActivate, ExecutionContext, HttpException, Injectable } from '@nestjs/common'
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

@Injectable()
export class KeyAuthGuard implements CanActivate {
  constructor(private readonly keys: Keys) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest()
    const token = request.headers.authorization
    if (!token) throw new BadRequestException('No key')
    request.user = await this.keys.owner(token)
    return true
  }
}
