import { Controller, Get } from '@nestjs/common'

@Controller('daily')
export class FiguresController {
  // route: GET /office/figures/daily open
  @Get()
  all() {
    return []
  }
}
