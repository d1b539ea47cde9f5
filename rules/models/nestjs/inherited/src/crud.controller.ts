import { Body, Delete, Get, Param, Patch, Post, UseGuards } from '@nestjs/common'

export abstract class CrudController<T> {
  constructor(protected readonly records: Records<T>) {}

  // route: GET /moles open
  // route: GET /voles authenticated
  // route: GET /shrews open
  @Get()
  list() {
    return this.records.all()
  }

  // route: POST /moles open
  // route: POST /voles authenticated
  // route: POST /shrews open
  @Post()
  create(@Body() record: T) {
    return this.records.add(record)
  }

  @UseGuards(SessionGuard)
  // route: DELETE /moles/:id authenticated
  // route: DELETE /voles/:id authenticated
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.records.remove(id)
  }
}

// Nothing extends it.
export abstract class RenamingController {
  // route: PATCH / unknown
  @Patch()
  rename() {
    return {}
  }
}

export class NightController<T> extends CrudController<T> {
  // route: GET /shrews/night open
  @Get('night')
  atNight() {
    return []
  }
}
