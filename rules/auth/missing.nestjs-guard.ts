import { CanActivate, Controller, ExecutionContext, Injectable, Post, UseGuards } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

// It fails where the token is not genuine, and says so in no other way.
@Injectable()
export class PassGate implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.rider = await this.jwtService.verifyAsync(request.cookies['pass'])
    return true
  }
}

@Injectable()
export class PassReader implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}

  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest()
    request.rider = await this.jwtService.verifyAsync(request.cookies['pass']).catch(() => null)
    return true
  }
}

@Controller('rides')
export class RidesController {
  @UseGuards(PassGate)
  // ok: auth/missing
  @Post()
  book() {
    return this.rides.create()
  }

  @UseGuards(PassReader)
  // ruleid: auth/missing
  @Post('wishes')
  wish() {
    return this.rides.create()
  }
}
