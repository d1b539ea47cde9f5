import { Controller, Get, Post, VERSION_NEUTRAL, Version } from '@nestjs/common'

@Controller({ path: 'newts', version: '2' })
export class NewtsController {
  // route: GET /api/v2/newts open
  @Get()
  all() {
    return []
  }

  @Version('3')
  // route: GET /api/v3/newts/three open
  @Get('three')
  three() {
    return []
  }

  // route: GET /v2/newts/free open
  @Get('free')
  free() {
    return []
  }

  @Version(['1', '2'])
  // route: POST /api/v1/newts open
  // route: POST /api/v2/newts open
  @Post()
  make() {
    return {}
  }
}

@Controller('frogs')
export class FrogsController {
  // route: GET /api/v1/frogs open
  @Get()
  all() {
    return []
  }

  @Version(VERSION_NEUTRAL)
  // route: GET /api/frogs/any open
  @Get('any')
  any() {
    return []
  }
}

@Controller({ path: 'ready', version: VERSION_NEUTRAL })
export class ReadyController {
  // route: GET /ready open public
  @Get()
  ready() {
    return 'ok'
  }

  // route: GET /api/ready/deep open
  @Get('deep')
  deep() {
    return 'ok'
  }
}
