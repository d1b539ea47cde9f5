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

@Controller('subscriptions')
export class SubscriptionsController {
  // An error need not say what for.
  // ok: auth/missing
  @Post('status')
  status(@Headers('x-billing-secret') billingSecret: string, @Body() body: StatusBody) {
    if (billingSecret !== this.secret) throw new Error('Invalid secret')
    return this.subscriptions.update(body)
  }

  // ruleid: auth/missing
  @Post('plan')
  plan(@Body() body: PlanBody) {
    if (!body.plan) throw new Error('No plan')
    return this.subscriptions.update(body)
  }
}

// What others extend, with guards of theirs.
export class CrudController {
  // ok: auth/missing
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.service.remove(id)
  }
}

@Controller('initial-setup')
export class InitialSetupController {
  // There is nobody yet who could sign in.
  // ok: auth/missing
  @Post('first-user')
  createFirstUser(@Body() body: UserBody) {
    return this.users.create(body)
  }
}
