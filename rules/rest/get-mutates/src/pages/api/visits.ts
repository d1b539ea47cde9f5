import type { NextApiRequest, NextApiResponse } from 'next'
import { prisma } from '../../db'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET' && req.query.id) {
    return res.status(200).json(await prisma.visit.findUnique({ where: { id: req.query.id } }))
  }
  // ruleid: rest/get-mutates
  await prisma.visit.create({ data: { at: new Date() } })
  return res.status(200).json({})
}
