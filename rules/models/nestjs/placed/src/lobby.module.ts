import { Controller, Get, Module } from '@nestjs/common'

@Controller('lobby')
export class LobbyController {
  // route: GET /lobby open
  @Get()
  all() {
    return []
  }
}

@Module({ controllers: [LobbyController] })
export class LobbyModule {}
