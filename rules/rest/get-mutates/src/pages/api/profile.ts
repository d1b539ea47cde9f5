import type { NextApiRequest, NextApiResponse } from 'next'
import { prisma } from '../../db'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    // ruleid: rest/get-mutates
    await prisma.user.update({ where: { id: 1 }, data: { plan: 'free' } })
    return res.status(200).json(await prisma.user.findUnique({ where: { id: 1 } }))
  }
  // ok: rest/get-mutates
  const user = await prisma.user.update({ where: { id: 1 }, data: { name: req.body.name } })
  return res.status(200).json(user)
}
