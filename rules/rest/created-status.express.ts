import express, { Request, Response } from 'express'
import { Pool } from 'pg'
import { PrismaClient } from '@prisma/client'

const app = express()
const router = express.Router()
const prisma = new PrismaClient()
const pool = new Pool()

app.post('/orders', async (req, res) => {
  const order = await prisma.order.create({ data: req.body })
  // ruleid: rest/created-status
  res.json(order)
})

app.post('/users', async (req, res) => {
  const user = await prisma.user.create({ data: req.body })
  // ruleid: rest/created-status
  return res.status(200).json({ user })
})

app.post('/teams/:teamId/members', async (req, res) => {
  try {
    await pool.query('INSERT INTO members (team_id, name) VALUES ($1, $2)', [req.params.teamId, req.body.name])
  } catch (error) {
    // ok: rest/created-status
    return res.status(409).json({ error: 'Taken', code: 409 })
  }
  // ruleid: rest/created-status
  res.send({ ok: true })
})

app.post('/notes', async (req, res) => {
  const known = await prisma.note.findUnique({ where: { key: req.body.key } })
  // ok: rest/created-status
  if (known) return res.json(known)
  // ruleid: rest/created-status
  res.json(await prisma.note.create({ data: req.body }))
})

async function store(body: unknown) {
  return prisma.invoice.create({ data: body })
}

const createInvoice = async (req: Request, res: Response) => {
  const invoice = await store(req.body)
  // ruleid: rest/created-status
  res.json(invoice)
}
router.post('/invoices', createInvoice)

app.post('/comments', async (req, res) => {
  const comment = await prisma.comment.create({ data: req.body })
  // ok: rest/created-status
  res.status(201).json(comment)
})

app.post('/labels', async (req, res) => {
  await prisma.label.create({ data: req.body })
  // ok: rest/created-status
  res.sendStatus(204)
})

app.post('/reports', async (req, res) => {
  const report = await prisma.report.create({ data: { ...req.body, state: 'queued' } })
  await queue.add('report', { id: report.id })
  // ok: rest/created-status
  res.status(202).json({ id: report.id })
})

app.post('/photos', async (req, res) => {
  const photo = await prisma.photo.create({ data: req.body })
  res.status(201)
  // ok: rest/created-status
  res.json(photo)
})

// The path names an action.
app.post('/orders/:id/cancel', async (req, res) => {
  await prisma.cancellation.create({ data: { orderId: req.params.id } })
  // ok: rest/created-status
  res.json({ cancelled: true })
})

app.post('/login', async (req, res) => {
  const token = await prisma.refreshToken.create({ data: { userId: req.body.userId } })
  // ok: rest/created-status
  res.json({ token: token.value })
})

app.post('/createOrders', async (req, res) => {
  await prisma.order.create({ data: req.body })
  // ok: rest/created-status
  res.json({ made: true })
})

// A search makes nothing but a line in a log.
app.post('/orders/search', async (req, res) => {
  await prisma.searchLog.create({ data: { text: req.body.text } })
  // ok: rest/created-status
  res.json(await prisma.order.findMany({ where: req.body }))
})

app.post('/products', async (req, res) => {
  await prisma.auditLog.create({ data: { what: 'viewed' } })
  // ok: rest/created-status
  res.json(await prisma.product.findMany({ take: 10 }))
})

// What is there already is changed.
app.post('/carts', async (req, res) => {
  const cart = await prisma.cart.upsert({ where: { id: req.body.id }, create: req.body, update: req.body })
  // ok: rest/created-status
  res.json(cart)
})

app.post('/tags', async (req, res) => {
  let tag = await prisma.tag.findFirst({ where: { name: req.body.name } })
  if (!tag) {
    tag = await prisma.tag.create({ data: req.body })
  }
  // ok: rest/created-status
  res.json(tag)
})

app.put('/orders/:id', async (req, res) => {
  await prisma.revision.create({ data: req.body })
  // ok: rest/created-status
  res.json({ ok: true })
})

app.post('/drafts', async (req, res) => {
  const draft = await prisma.draft.create({ data: req.body })
  const status = req.body.silent ? 204 : 201
  // ok: rest/created-status
  res.status(status).json(draft)
})
