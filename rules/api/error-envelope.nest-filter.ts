import { ArgumentsHost, BadRequestException, Catch, ExceptionFilter, Get, HttpException } from '@nestjs/common'

@Catch(HttpException)
export class EnvelopeFilter implements ExceptionFilter {
  catch(exception: HttpException, host: ArgumentsHost) {
    const status = exception.getStatus()
    // ok: api/error-envelope
    host.switchToHttp().getResponse().status(status).json({ error: exception.message, code: status })
  }
}

export class OrdersService {
  find(id: string) {
    // ok: api/error-envelope
    if (!id) throw new BadRequestException('An id is needed')
  }
}
