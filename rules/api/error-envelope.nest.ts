import { BadRequestException, Controller, Get, HttpCode, HttpException, HttpStatus, NotFoundException, Param, Res } from '@nestjs/common'

@Controller('orders')
export class OrdersController {
  @Get(':id')
  async find(@Param('id') id: string, @Res() res) {
    // ruleid: api/error-envelope
    if (!id) throw new BadRequestException('An id is needed')
    // ok: api/error-envelope
    if (id === '1') throw new NotFoundException({ error: 'No such order', code: 404 })
    // ruleid: api/error-envelope
    if (id === '2') throw new BadRequestException({ message: 'An id is needed' })
    // ruleid: api/error-envelope
    if (id === '3') throw new NotFoundException()
    // ruleid: api/error-envelope
    if (id === '4') throw new HttpException('Not for you', HttpStatus.FORBIDDEN)
    // ok: api/error-envelope
    if (id === '5') throw new HttpException({ error: 'Not for you', code: 403 }, 403)
    // ok: api/error-envelope
    if (id === '6') throw new HttpException(await this.words(id), 403)
    // ruleid: api/error-envelope
    if (id === '7') return res.status(HttpStatus.CONFLICT).json({ message: 'Taken' })
    return { id }
  }

  @Get('old')
  @HttpCode(410)
  old() {
    // ruleid: api/error-envelope
    return { message: 'Moved' }
  }
}
