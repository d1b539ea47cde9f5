import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

app.get('/posts/:id/like', async (req, res) => {
  // ruleid: rest/get-mutates
  await prisma.like.create({ data: { postId: req.params.id } })
  res.json({ ok: true })
})

app.get('/posts/:id', async (req, res) => {
  // ruleid: rest/get-mutates
  await prisma.post.update({ where: { id: req.params.id }, data: { views: { increment: 1 } } })
  // ok: rest/get-mutates
  const post = await prisma.post.findUnique({ where: { id: req.params.id } })
  // ok: rest/get-mutates
  await prisma.auditLog.create({ data: { postId: req.params.id } })
  // ok: rest/get-mutates
  await prisma.user.update({ where: { id: req.user.id }, data: { lastSeenAt: new Date() } })
  res.json(post)
})

app.get('/unsubscribe', async (req, res) => {
  // ruleid: rest/get-mutates
  await pool.query('DELETE FROM subscriptions WHERE email = $1', [req.query.email])
  res.json({ ok: true })
})

app.post('/posts', async (req, res) => {
  // ok: rest/get-mutates
  res.status(201).json(await prisma.post.create({ data: req.body }))
})

async function remember(id: string) {
  // ruleid: rest/get-mutates
  await prisma.visit.create({ data: { id } })
}

app.get('/visits/:id', async (req, res) => {
  await remember(req.params.id)
  res.json({})
})

app.get('/figma.callback', async (req, res) => {
  // ok: rest/get-mutates
  await prisma.integration.create({ data: { code: req.query.code } })
  res.redirect('/')
})

app.get('/webhooks/appsflyer', async (req, res) => {
  // ok: rest/get-mutates
  await prisma.conversion.create({ data: { id: req.query.id } })
  res.json({})
})

app.get('/shelves/:id', async (req, res) => {
  const books = await prisma.book.findMany({ where: { shelfId: req.params.id } })
  // ok: rest/get-mutates
  await prisma.shelfCache.create({ data: { shelfId: req.params.id, books: books.length } })
  res.json(books)
})

const votes = async (req: any, res: any) => {
  if (req.method === 'GET') return res.json(await prisma.vote.findMany({ take: 10 }))
  // ok: rest/get-mutates
  await prisma.vote.create({ data: { poll: req.params.id } })
  res.status(201).json({})
}
app.get('/polls/:id/votes', votes)
app.post('/polls/:id/votes', votes)

const visit = async (req: any, res: any) => {
  // ruleid: rest/get-mutates
  await prisma.vote.create({ data: { poll: req.params.id } })
  res.json({})
}
app.get('/polls/:id/visit', visit)
app.post('/polls/:id/visits', visit)

class Shelves {
  async show(id: string) {
    // ruleid: rest/get-mutates
    await prisma.shelf.update({ where: { id }, data: { views: { increment: 1 } } })
  }
  async add(name: string) {
    // ok: rest/get-mutates
    await prisma.shelf.create({ data: { name } })
  }
}
const shelves = new Shelves()
app.get('/shelves/:id/view', async (req, res) => res.json(await shelves.show(req.params.id)))
app.post('/shelves', async (req, res) => res.json(await shelves.add(req.body.name)))

app.get('/builds/:id/file', async (req, res) => {
  // ok: rest/get-mutates
  await prisma.downloadEvent.create({ data: { build: req.params.id } })
  // ok: rest/get-mutates
  await prisma.shortLinkAccess.create({ data: { build: req.params.id } })
  // ok: rest/get-mutates
  await prisma.reader.update({ where: { build: req.params.id }, data: { lastReadAt: new Date() } })
  // ruleid: rest/get-mutates
  await prisma.eventGuest.create({ data: { build: req.params.id } })
  res.json({})
})
