import { Hono } from 'hono'
import { jwt } from 'hono/jwt'
import { prisma } from './prisma'

const app = new Hono()
app.use('*', jwt({ secret: process.env.JWT_SECRET! }))

app.post('/cards', validator('json', schema), async (c) => {
  const { boardId } = c.req.valid('json')
  // ruleid: auth/unowned-foreign-id
  return c.json(await prisma.card.create({ data: { boardId } }), 201)
})

app.post('/boards/:boardId/cards', validator('param', schema), async (c) => {
  const { boardId } = c.req.valid('param')
  // ok: auth/unowned-foreign-id
  return c.json(await prisma.card.create({ data: { boardId } }), 201)
})

app.post('/boxes', async (c) => {
  const { shelfId } = await c.req.json()
  const { sub } = c.get('jwtPayload')
  const shelf = await prisma.shelf.findFirst({ where: { id: shelfId, keeper: sub } })
  if (!shelf) return c.json({ error: 'No such shelf', code: 404 }, 404)
  // ok: auth/unowned-foreign-id
  return c.json(await prisma.box.create({ data: { shelfId } }), 201)
})
