import { Body, Controller, Post } from '@nestjs/common'
import { DoorsService } from './doors.service'

@Controller('doors')
export class DoorsController {
  constructor(private readonly doorsService: DoorsService) {}

  // The service that it leaves the work to counts.
  // ok: security/unthrottled-endpoint
  @Post('otp/request')
  request(@Body() body: PhoneBody) {
    return this.doorsService.request(body.phone)
  }

  // ruleid: security/unthrottled-endpoint
  @Post('otp/send')
  send(@Body() body: PhoneBody) {
    return this.doorsService.send(body.phone)
  }
}
