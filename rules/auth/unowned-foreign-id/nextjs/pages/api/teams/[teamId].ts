import { getServerSession } from 'next-auth'
import { prisma } from '../../../lib/prisma'

// The name of the file says which part of `req.query` is the path's.
export default async function handler(req, res) {
  const session = await getServerSession(req, res)
  if (!session) return res.status(401).end()
  if (req.method === 'PUT') {
    const { teamId } = req.query
    // ok: auth/unowned-foreign-id
    await prisma.team.update({ where: { id: teamId }, data: { name: req.body.name } })
    return res.status(200).end()
  }
  if (req.method === 'POST') {
    const { projectId } = req.body
    // ruleid: auth/unowned-foreign-id
    await prisma.task.create({ data: { title: req.body.title, projectId } })
    return res.status(201).end()
  }
  res.status(405).end()
}
