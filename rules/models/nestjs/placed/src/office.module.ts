import { Controller, Get, Module } from '@nestjs/common'

@Controller({ path: 'desks', version: '1' })
export class DesksController {
  // route: GET /office/desks/:id open
  @Get(':id')
  one() {
    return {}
  }
}

@Module({ controllers: [DesksController] })
export class OfficeModule {}
