import { Controller, Get, Module } from '@nestjs/common'

@Controller('stamps')
export class StampsController {
  // route: GET /office/stamps open
  @Get()
  all() {
    return []
  }
}

@Module({ controllers: [StampsController] })
export class StampsModule {}
