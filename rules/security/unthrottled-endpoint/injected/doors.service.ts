import { Injectable } from '@nestjs/common'

@Injectable()
export class DoorsService {
  async request(phone: string) {
    const rateLimitKey = `otp:rate:${phone}`
    const count = await this.redis.incr(rateLimitKey, 900)
    if (count > 5) throw new BadRequestException('Please wait.')
    return this.send(phone)
  }

  async send(phone: string) {
    return this.codes.send(phone)
  }
}
