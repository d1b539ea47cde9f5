import { Router } from 'express'
import { prisma } from './prisma'

// Nobody sees where it is mounted, and its root is a collection wherever that is.
const router = Router()

router.get('/', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.user.findMany())
})

router.get('/:id/posts/:post', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.comment.findMany({ where: { postId: req.params.post } }))
})

export default router
