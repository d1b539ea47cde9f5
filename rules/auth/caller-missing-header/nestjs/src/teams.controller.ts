import { Controller, Get, Post, UseGuards } from '@nestjs/common'
import { JwtAuthGuard } from './jwt.guard'

@Controller('teams')
@UseGuards(JwtAuthGuard)
export class TeamsController {
  @Get()
  list() {
    return []
  }

  @Post(':id/invitations')
  invite() {
    return {}
  }
}
