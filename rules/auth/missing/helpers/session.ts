import type { Request } from 'express'
import { HttpError } from './errors'

export async function senderOf(req: Request) {
  const session = await sessions.of(req)
  if (!session) throw new HttpError(401, 'Who are you?')
  return session.member
}
