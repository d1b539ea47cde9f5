import { BadRequestException, Controller, Delete, Get, HttpCode, HttpException, HttpStatus, NotFoundException, Post, Res, ServiceUnavailableException, UnauthorizedException } from '@nestjs/common'
import { Response } from 'express'

@Controller('users')
export class UsersController {
  @Get(':id')
  one(id: string) {
    // response: 404 {error, message, statusCode} exception
    if (!id) throw new NotFoundException('No such user')
    // response: 200 default {id}
    return { id }
  }

  @Post()
  make(body: any) {
    // response: 400 {error, code} exception
    if (!body.name) throw new BadRequestException({ error: 'A name is needed', code: 400 })
    // response: 201 default {id}
    return { id: 1 }
  }

  @Delete(':id')
  @HttpCode(204)
  remove(id: string) {
    // response: 409 {error} exception
    if (id === '1') throw new HttpException({ error: 'Kept' }, HttpStatus.CONFLICT)
  }

  @Get('raw')
  raw(@Res() res: Response) {
    // response: 401 {error, message, statusCode} exception
    if (!res.locals.user) throw refusal('No such user')
    // response: 403 {error, code}
    res.status(HttpStatus.FORBIDDEN).json({ error: 'No', code: 403 })
  }
}

function refusal(reason: string): HttpException {
  return new UnauthorizedException(reason)
}

@Controller('reports')
export class ReportsController {
  // It is sent with the status of a success.
  @Get('year')
  year() {
    // response: 200 default unknown
    return new ServiceUnavailableException('Not ready yet')
  }
}

// A failure of the program is worded by the framework.
export function quiet() {
  return { error: 'x' }
}
