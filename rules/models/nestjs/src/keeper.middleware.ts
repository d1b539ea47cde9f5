import { HttpException, HttpStatus, Injectable, NestMiddleware } from '@nestjs/common'

@Injectable()
export class KeeperMiddleware implements NestMiddleware {
  use(req, res, next) {
    if (!req.headers.authorization) throw new HttpException('Not authorized.', HttpStatus.UNAUTHORIZED)
    next()
  }
}
