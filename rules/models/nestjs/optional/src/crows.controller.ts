import { Controller, Get, Post } from '@nestjs/common'
import { Auth } from './auth.decorator'

@Controller('crows')
export class CrowsController {
  @Auth(true, true)
  // route: GET /crows unknown
  @Get()
  all() {
    return []
  }

  @Auth(true)
  // route: POST /crows authenticated
  @Post()
  make() {
    return {}
  }

  @Auth(false, false)
  // route: POST /crows/tame authenticated
  @Post('tame')
  tame() {
    return {}
  }
}
