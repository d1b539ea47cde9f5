import { Controller, Post } from '@nestjs/common'

@Controller('owls')
export class OwlsController {
  // route: POST /owls authenticated
  @Post()
  create() {
    return {}
  }
}
