import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common'

@Controller('birds')
export class BirdsController {
  // route: GET /api/birds open
  @Get()
  list() {
    return []
  }

  // route: POST /api/birds authenticated
  @Post()
  create(@Body() body: CreateBird) {
    return body
  }

  // route: DELETE /api/birds/:name authenticated
  @Delete(':name')
  remove(@Param('name') name: string) {
    return name
  }

  // route: POST /api/birds/:name/songs open
  @Post(':name/songs')
  sing(@Param('name') name: string) {
    return name
  }
}

@Controller('nests')
export class NestsController {
  // route: POST /api/nests authenticated
  @Post()
  create() {
    return {}
  }

  // route: POST /api/nests/:id/eggs authenticated
  @Post(':id/eggs')
  lay() {
    return {}
  }
}

@Controller('trees')
export class TreesController {
  // route: POST /api/trees/deep/leaves authenticated
  @Post('deep/leaves')
  grow() {
    return {}
  }

  // route: POST /api/trees unknown
  @Post()
  plant() {
    return {}
  }
}
