import { Controller, Delete, Patch, Post } from '@nestjs/common'
import { Described, Keepers, Staff } from './staff.decorator'

@Staff()
@Controller('foxes')
export class FoxesController {
  // route: PATCH /api/foxes/:id authenticated
  @Patch(':id')
  rename() {
    return {}
  }
}

@Controller('dens')
export class DensController {
  @Keepers()
  // route: DELETE /api/dens/:id authenticated
  @Delete(':id')
  remove() {
    return {}
  }

  @Described('Digs one')
  // route: POST /api/dens open
  @Post()
  dig() {
    return {}
  }
}
