import { Injectable } from '@nestjs/common'
import { PassportStrategy } from '@nestjs/passport'
import { Strategy } from 'passport-jwt'

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: JwtStrategy.extract, secretOrKey: process.env.JWT_SECRET })
  }

  private static extract(req) {
    return req.cookies.access_token ?? null
  }
}
