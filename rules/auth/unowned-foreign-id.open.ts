import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

app.get('/books', async (req, res) => res.json(await prisma.book.findMany({ take: 20 })))

app.get('/shelves', requireAuth, async (req, res) => {
  res.json(await prisma.shelf.findMany({ where: { ownerId: req.user.id }, take: 20 }))
})

// An older version of what is guarded.
app.get('/v1/orders', async (req, res) => res.json(await prisma.order.findMany({ take: 20 })))
app.get('/v2/orders', requireAuth, async (req, res) => {
  res.json(await prisma.order.findMany({ where: { ownerId: req.user.id }, take: 20 }))
})

app.post('/refunds', requireAuth, async (req, res) => {
  // ruleid: auth/unowned-foreign-id
  await prisma.refund.create({ data: { orderId: req.body.orderId } })
  res.sendStatus(201)
})

app.post('/sessions/reading', requireAuth, async (req, res) => {
  // ok: auth/unowned-foreign-id
  await prisma.reading.create({ data: { readerId: req.user.id, bookId: req.body.bookId } })
  res.sendStatus(201)
})

app.post('/placements', requireAuth, async (req, res) => {
  // ruleid: auth/unowned-foreign-id
  await prisma.placement.create({ data: { bookId: req.body.bookId, shelfId: req.body.shelfId } })
  res.sendStatus(201)
})
