import { Body, Controller, Delete, Get, Post, UseGuards } from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'
import { ThrottlerGuard } from '@nestjs/throttler'

@Controller('items')
@UseGuards(ThrottlerGuard)
export class ItemsController {
  // ok: auth/missing
  @Get()
  list() {
    return []
  }

  // ruleid: auth/missing
  @Post()
  create(@Body() body: ItemBody) {
    return this.items.create(body)
  }

  // ok: auth/missing
  @UseGuards(AuthGuard('jwt'))
  @Delete(':id')
  remove() {
    return {}
  }

  // ok: auth/missing
  @UseGuards(AuthGuard('local'))
  @Post('enter')
  enter() {
    return {}
  }

  // ok: auth/missing
  @Post('login')
  login() {
    return {}
  }
}

@Controller('members')
@UseGuards(JwtAuthGuard)
export class MembersController {
  // ok: auth/missing
  @Post()
  create() {
    return {}
  }

  // ok: auth/missing
  @Public()
  @Post('waiting')
  wait() {
    return {}
  }
}
