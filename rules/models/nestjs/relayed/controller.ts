import { Controller, Post, UseGuards } from '@nestjs/common'
import { UserAuthGuard } from './guard'

@UseGuards(UserAuthGuard)
@Controller('relayed')
export class RelayedController {
  // route: POST /relayed authenticated
  @Post()
  create() {
    return {}
  }
}
