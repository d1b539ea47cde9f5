import { Body, Controller, Delete, Get, Head, Headers, Param, Patch, Post, Put, UseGuards } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'
import { MainAuthGuard } from './guest.guard'
import { RolesGuard } from './roles.guard'

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

@Controller(['doves', 'pigeons'])
export class DovesController {
  constructor(private readonly people: PeopleService) {}

  // route: POST /api/doves open
  // route: POST /api/pigeons open
  @Post()
  create() {
    return {}
  }

  // Strangers are guests.
  // route: PATCH /api/doves unknown
  // route: PATCH /api/pigeons unknown
  @Patch()
  @UseGuards(AuthGuard(['jwt', 'anonymous']))
  coo() {
    return {}
  }

  // route: DELETE /api/doves unknown
  // route: DELETE /api/pigeons unknown
  @Delete()
  @UseGuards(MainAuthGuard)
  scare() {
    return {}
  }

  // A guard that asks for roles where a route names some, and this one names none.
  // route: GET /api/doves unknown
  // route: GET /api/pigeons unknown
  @Get()
  @UseGuards(RolesGuard)
  list() {
    return []
  }

  // route: HEAD /api/doves open public
  // route: HEAD /api/pigeons open public
  @Head()
  @UseGuards(MainAuthGuard)
  @AuthTokenSkip()
  count() {
    return {}
  }

  // What a caller sends to prove himself is handed on.
  // route: PUT /api/doves/:id unknown
  // route: PUT /api/pigeons/:id unknown
  @Put(':id')
  async rename(@Param('id') id: string, @Headers('cookie') cookie: string) {
    return this.people.rename(await this.people.me({ cookie }), id)
  }
}
