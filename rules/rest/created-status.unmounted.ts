import { Router } from 'express'
import { prisma } from './prisma'

const router = Router()

router.post('/', async (req, res) => {
  const user = await prisma.user.create({ data: { name: req.body.name } })
  // ruleid: rest/created-status
  res.json(user)
})

export default router
