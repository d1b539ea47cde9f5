import { HTTPException } from 'hono/http-exception'
import { verifyToken } from './tokens'

export class Exits {
  static async leave(refreshToken: string) {
    const payload = await verifyToken(refreshToken)
    if (!payload) throw new HTTPException(401, { message: 'Unauthorized' })
    await revoke(payload.jti)
  }
}
