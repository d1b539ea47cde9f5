import express from 'express'
import { PrismaClient } from '@prisma/client'

const app = express()
const prisma = new PrismaClient()

app.get('/users', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.user.findMany())
})

app.get('/posts', async (req, res) => {
  // ruleid: api/list-unpaginated
  const posts = await prisma.post.findMany({ where: { published: true } })
  res.json({ posts })
})

app.get('/orders', async (req, res) => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, total FROM orders ORDER BY id')
  res.json(rows.map((row) => ({ id: row.id })))
})

app.get('/paged', async (req, res) => {
  // ok: api/list-unpaginated
  const users = await prisma.user.findMany({ take: 20, skip: Number(req.query.skip) })
  // ok: api/list-unpaginated
  const total = await prisma.user.count()
  res.json({ users, total })
})

app.get('/limited', async (req, res) => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT id FROM orders LIMIT $1', [20])
  res.json(rows)
})

app.get('/users/:id', async (req, res) => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT id FROM users WHERE id = $1', [req.params.id])
  res.json(rows[0])
})

app.get('/profile', async (req, res) => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT name FROM users WHERE id = $1', [req.user.id])
  res.json(rows)
})

app.get('/users/export', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.user.findMany())
})

app.get('/reports/names', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.user.findMany({ where: { id: { in: req.query.ids } } }))
})

app.get('/later', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.user.findMany({ where: { id: { gt: 10 } } }))
})

app.get('/ready', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await pool.query('SELECT 1'))
})

app.get('/up', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.$queryRaw`SELECT 1`)
})

app.get('/accounts', async (req, res) => {
  const userRepository = getConnection().getRepository('User')
  // ok: api/list-unpaginated
  res.json(await userRepository.find({ id: 1 }))
})

async function allTeams() {
  // ruleid: api/list-unpaginated
  return prisma.team.findMany()
}

app.get('/teams', async (req, res) => {
  res.json(await allTeams())
})

app.get('/summary', async (req, res) => {
  // ok: api/list-unpaginated
  const users = await prisma.user.findMany()
  const names = new Set(users.map((user) => user.name))
  if (users.length === 0) return res.json({ empty: true })
  res.json({ count: names.size })
})

app.get('/labels', async (req, res) => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM labels')
  const labels = []
  for (const row of rows) {
    labels.push({ id: row.id })
  }
  res.json(labels)
})

// A job that a scheduler asks for, and what belongs to one thing.
app.get('/cron/reminders', async (req, res) => {
  // ok: api/list-unpaginated
  const domains = await prisma.domain.findMany({ where: { expired: true } })
  res.json({ domains })
})

app.get('/links/info', async (req, res) => {
  // ok: api/list-unpaginated
  const tags = await prisma.tag.findMany({ where: { links: { some: { linkId: req.query.id } } } })
  res.json({ tags })
})

// `count` and `feed` are words here, no parts of others.
app.get('/accounts', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.account.findMany())
})

app.get('/feedback', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.feedback.findMany())
})

app.get('/open-counts', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.counter.findMany())
})

app.get('/userStats', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.counter.findMany())
})

app.get('/reports', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await prisma.report.findMany())
})

app.get('/reports/sales', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await prisma.sale.findMany())
})
