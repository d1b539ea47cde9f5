import type { NextApiRequest, NextApiResponse } from 'next'
import { getToken, type JWT } from 'next-auth/jwt'
import { findUser } from './users'

export const withoutRole =
  (role: string, handler: (req: NextApiRequest, res: NextApiResponse, token: JWT) => void) =>
  async (req: NextApiRequest, res: NextApiResponse) => {
    const token = await getToken({ req })
    if (!token || token.role === role) {
      res.status(403).end()
      return
    }
    return handler(req, res, token)
  }

export async function parseAuth(request: Request) {
  const kind = request.headers.get('x-access-kind')
  if (!kind) return null
  const user = await findUser(request.headers.get('authorization'))
  if (!user) throw new Response('Unauthorized', { status: 401 })
  return user
}
