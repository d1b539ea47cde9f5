import { Controller, Get, UseGuards } from '@nestjs/common'
import { AuthGuard } from './auth.guard'

@Controller('larks')
export class LarksController {
  @UseGuards(AuthGuard)
  // route: GET /larks open
  @Get()
  all() {
    return []
  }
}
