import { Body, Controller, Delete, Get, Param, Post, Put, UseGuards } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'
import { MembersGuard } from './members.guard'
import { FeatureGuard } from './feature.guard'

@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  // route: GET /api/cats open
  @Get()
  findAll() {
    return this.cats.findAll()
  }

  // route: POST /api/cats open
  @Post()
  create(@Body() body: CreateCat) {
    return this.cats.create(body)
  }

  @UseGuards(AuthGuard('jwt'))
  // route: PUT /api/cats/:id authenticated
  @Put(':id')
  update(@Param('id') id: string, @Body() body: UpdateCat) {
    return this.cats.update(id, body)
  }

  // route: DELETE /api/cats/:id authenticated
  @Delete(':id')
  @UseGuards(MembersGuard)
  async remove(@Param('id') id: string): Promise<void> {
    await this.cats.remove(id)
  }

  // route: POST /api/cats/:id/toys open
  @Post(':id/toys')
  @UseGuards(FeatureGuard)
  addToy(@Param('id') id: string) {
    return this.cats.addToy(id)
  }

  // Not a route: nothing routes to it.
  private helper() {
    return 1
  }
}

@UseGuards(MembersGuard)
@Controller({ path: 'dogs' })
export class DogsController {
  // route: POST /api/dogs authenticated
  @Post()
  create() {
    return {}
  }

  @Public()
  // route: POST /api/dogs/bark open public
  @Post('bark')
  bark() {
    return {}
  }
}

@Controller('bridge')
export class BridgeController {
  constructor(private readonly bridge: BridgeService) {}

  // Whoever gets the response too may refuse with it.
  // route: POST /api/bridge unknown
  @Post()
  async pass(@Req() req: Request, @Res() res: Response) {
    await this.bridge.handle(req, res)
  }

  // route: PUT /api/bridge open
  @Put()
  async take(@Req() req: Request) {
    await this.bridge.take(req)
  }

  // route: PATCH /api/bridge/:id open
  @Patch(':id')
  change(@Param('id') id: string, @Body() body: ChangeBridge) {
    return this.bridge.change(id, body)
  }
}
