import { Controller, ForbiddenException, Get, Param, Post, UseGuards } from '@nestjs/common'
import { KeyAuthGuard, LocalAuthGuard, LockLoginGuard } from './guards'

@Controller('doors')
export class DoorsController {
  // What a guard inherits says more than its name: it signs callers in.
  @UseGuards(LocalAuthGuard)
  // route: POST /doors/open unknown
  @Post('open')
  open() {
    return {}
  }

  // It says yes wherever it answers.
  @UseGuards(LockLoginGuard)
  // route: POST /doors/knock unknown
  @Post('knock')
  knock() {
    return {}
  }

  // Whatever it fails with, it does so for whoever brings nothing.
  @UseGuards(KeyAuthGuard)
  // route: POST /doors/key authenticated
  @Post('key')
  key() {
    return {}
  }

  // Doors of nobody are shown to everybody.
  // route: GET /doors/:id unknown
  @Get(':id')
  async one(@Param('id') id: string, user?: { id: string }) {
    const door = await this.doors.find(id)
    this.assertDoorAccess(door, user)
    return door
  }

  private assertDoorAccess(door, user?: { id: string } | null) {
    if (!door.userId) {
      return
    }
    if (!user?.id) {
      throw new ForbiddenException('Not your door')
    }
  }
}
