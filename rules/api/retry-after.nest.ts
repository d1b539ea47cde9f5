import { Controller, Get, HttpException, Injectable, ServiceUnavailableException } from '@nestjs/common'

@Controller('reports')
export class ReportsController {
  // What is returned is sent with the status of a success.
  @Get('year')
  year() {
    // ok: api/retry-after
    return new ServiceUnavailableException('Not ready yet')
  }

  @Get('month')
  month() {
    // ruleid: api/retry-after
    throw new ServiceUnavailableException('Not ready yet')
  }
}

@Injectable()
export class ReportsService {
  async week() {
    // ok: api/retry-after
    if (!this.week) return new ServiceUnavailableException()
    return this.week
  }

  private busy(): HttpException {
    // ruleid: api/retry-after
    return new ServiceUnavailableException('Busy')
  }
}

@Injectable()
export class PaceGuard {
  async canActivate(context: ExecutionContext) {
    const response = context.switchToHttp().getResponse()
    const pace = await this.paces.take(context)
    if (!pace.left) {
      response.setHeader('Retry-After', String(pace.wait))
      // ok: api/retry-after
      throw new HttpException('Too many requests', 429)
    }
    if (pace.closed) {
      // ruleid: api/retry-after
      throw new ServiceUnavailableException('Closed')
    }
    return true
  }
}
