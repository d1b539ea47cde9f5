import type { NextApiRequest, NextApiResponse } from 'next'
import { prisma } from '../../db'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    res.status(200).json(await prisma.plan.findUnique({ where: { id: 1 } }))
  } else {
    // ok: rest/get-mutates
    await prisma.plan.update({ where: { id: 1 }, data: { name: req.body.name } })
    res.status(204).end()
  }
}
