import { Controller, Delete, Get, UseGuards } from '@nestjs/common'
import { CrudController, NightController } from './crud.controller'

@Controller('moles')
export class MolesController extends CrudController<Mole> {
  // route: GET /moles/blind open
  @Get('blind')
  blind() {
    return []
  }
}

@UseGuards(SessionGuard)
@Controller('voles')
export class VolesController extends CrudController<Vole> {}

@Controller('shrews')
export class ShrewsController extends NightController<Shrew> {
  // What a class defines anew is all that it has of that name.
  // route: DELETE /shrews/:id open
  @Delete(':id')
  remove() {
    return {}
  }
}
