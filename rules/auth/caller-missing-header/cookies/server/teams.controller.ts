import { Controller, Get, UseGuards } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'

export class JwtGuard extends AuthGuard('jwt') {}

@Controller('teams')
@UseGuards(JwtGuard)
export class TeamsController {
  @Get()
  list() {
    return []
  }
}
