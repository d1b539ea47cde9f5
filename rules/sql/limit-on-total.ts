import type { Order } from '@prisma/client'
import { prisma } from './prisma'
import { db } from './db'
import { desc } from 'drizzle-orm'

export async function raw(pool: any, id: string) {
  // ruleid: sql/limit-on-total
  const { rows } = await pool.query('SELECT amount FROM orders WHERE user_id = $1 LIMIT 100', [id])
  const total = rows.reduce((sum: number, row: any) => sum + row.amount, 0)
  // ruleid: sql/limit-on-total
  const recent = await pool.query('SELECT category, amount FROM expenses ORDER BY id DESC LIMIT 500')
  const byCategory: Record<string, number> = {}
  for (const row of recent.rows) {
    byCategory[row.category] += row.amount
  }
  // ok: sql/limit-on-total
  const top = await pool.query('SELECT id, name FROM products ORDER BY sold DESC LIMIT 10')
  // ok: sql/limit-on-total
  const sum = await pool.query('SELECT SUM(amount) AS total FROM orders')
  // ruleid: sql/limit-on-total
  await pool.query('SELECT COUNT(*) FROM orders LIMIT 50')
  // ok: sql/limit-on-total
  await pool.query('SELECT COUNT(*) FROM orders LIMIT 1')
  // ruleid: sql/limit-on-total
  await pool.query('SELECT SUM(amount) FROM (SELECT amount FROM orders ORDER BY id LIMIT 100) recent')
  // ok: sql/limit-on-total
  await pool.query('SELECT category, SUM(amount) FROM orders GROUP BY category LIMIT 5')
  // ok: sql/limit-on-total
  const all = await pool.query('SELECT amount FROM orders')
  const grand = all.rows.reduce((a: number, b: any) => a + b.amount, 0)
  return { total, byCategory, top: top.rows, sum: sum.rows[0], grand }
}

export async function orms(userId: string) {
  // ruleid: sql/limit-on-total
  const orders = await prisma.order.findMany({ where: { userId }, take: 50 })
  let revenue = 0
  for (const order of orders) revenue += order.amount
  // ruleid: sql/limit-on-total
  const items = await db.select().from(cartItems).orderBy(desc(cartItems.id)).limit(20)
  const prices = items.map((item) => item.price)
  const price = prices.reduce((a, b) => a + b, 0)
  // ruleid: sql/limit-on-total
  const users = await prisma.user.findMany({ take: 1000 })
  const stats = { totalUsers: users.length }
  // ok: sql/limit-on-total
  const page = await prisma.order.findMany({ take: 20, skip: 40 })
  const count = await prisma.order.count()
  if (page.length === 0) return null
  // ok: sql/limit-on-total
  const everything = await prisma.order.findMany({ where: { userId } })
  const whole = everything.reduce((sum, order) => sum + order.amount, 0)
  // ok: sql/limit-on-total
  const names = await prisma.user.findMany({ take: 5 })
  const line = names.reduce((text, user) => text + ', ' + user.name, '')
  return { revenue, price, stats, page, count, whole, line }
}

export async function capped(pool: any, cap: number) {
  const cappedLimit = cap + 1
  // ok: sql/limit-on-total
  const { count } = await pool.one(sql`select count(*) from (select 1 from logs limit ${cappedLimit}) s`)
  return { count, isCapped: count > cap }
}

export async function bounded(pool: any, id: string, model: any) {
  // ok: sql/limit-on-total
  const links = await prisma.link.count({ where: { folderId: id }, take: 100 })
  if (links === 0) await prisma.folder.delete({ where: { id } })
  // ok: sql/limit-on-total
  await pool.query('SELECT count(*) FROM (SELECT 1 FROM jobs LIMIT 1000) AS some')
  // ok: sql/limit-on-total
  const due = await prisma.payout.findMany({ where: { status: 'due' }, take: 50 })
  let paidCount = 0
  for (const payout of due) {
    await prisma.payout.update({ where: { id: payout.id }, data: { status: 'paid' } })
    paidCount += 1
  }
  // ok: sql/limit-on-total
  const page = await prisma.user.findMany({ take: 20 })
  const all = await prisma.user.count()
  return { count: page.length, all, paidCount }
}

export async function byCategory(pool: any, id: string) {
  // ruleid: sql/limit-on-total
  const { rows } = await pool.query('SELECT category, amount FROM expenses WHERE user_id = $1 LIMIT 50', [id])
  const totals: Record<string, number> = {}
  for (const row of rows) {
    totals[row.category] = (totals[row.category] || 0) + row.amount
  }
  // ruleid: sql/limit-on-total
  const recent = await prisma.expense.findMany({ where: { userId: id }, take: 200 })
  const byMonth = new Map<string, number>()
  for (const expense of recent) byMonth.set(expense.month, (byMonth.get(expense.month) ?? 0) + expense.amount)
  // ok: sql/limit-on-total
  const shown = await prisma.expense.findMany({ where: { userId: id }, take: 20 })
  const labels: Record<string, string> = {}
  for (const expense of shown) labels[expense.id] = 'of ' + expense.month
  return { totals, byMonth, labels }
}

const added = (expenses: { amount: number }[]) => expenses.reduce((sum, expense) => sum + expense.amount, 0)
const named = (expenses: { name: string }[]) => expenses.map((expense) => expense.name)

export async function throughHelper(id: string) {
  // ruleid: sql/limit-on-total
  const expenses = await prisma.expense.findMany({ where: { userId: id }, take: 200 })
  // ok: sql/limit-on-total
  const page = await prisma.expense.findMany({ where: { userId: id }, take: 20 })
  return { total: added(expenses), names: named(page) }
}

async function recentExpenses(userId: string) {
  // ruleid: sql/limit-on-total
  return prisma.expense.findMany({ where: { userId }, orderBy: { date: 'desc' }, take: 100 })
}

export async function spent(userId: string) {
  const expenses = await recentExpenses(userId)
  return expenses.reduce((sum, expense) => sum + expense.amount, 0)
}

async function nextExpenses(userId: string, cursor: number) {
  // ok: sql/limit-on-total
  const page = await prisma.expense.findMany({ where: { userId, id: { gt: cursor } }, take: 100 })
  return page
}

export async function spentInSteps(userId: string) {
  let total = 0
  let cursor = 0
  while (true) {
    const page = await nextExpenses(userId, cursor)
    if (page.length === 0) return total
    for (const expense of page) total += expense.amount
    cursor = page[page.length - 1].id
  }
}

export async function averageOf(weeksBack: number, most: number) {
  // So much time, all of it.
  // ok: sql/limit-on-total
  const weeks = await prisma.week.findMany({ orderBy: { start: 'desc' }, take: weeksBack })
  let revenue = 0
  for (const week of weeks) revenue += week.revenue
  // ruleid: sql/limit-on-total
  const orders = await prisma.order.findMany({ take: most })
  let paid = 0
  for (const order of orders) paid += order.amount
  return { revenue, paid }
}

export async function likes(Post: any) {
  // ruleid: sql/limit-on-total
  const total = await Post.aggregate([{ $limit: 100 }, { $group: { _id: null, total: { $sum: '$likes' } } }])
  // ok: sql/limit-on-total
  const top = await Post.aggregate([{ $group: { _id: '$tag', total: { $sum: '$likes' } } }, { $limit: 5 }])
  return { total, top }
}

const SCAN_LIMIT = 500

// A program that asks whether there were more knows what it makes of so many.
export async function scan(userId: string) {
  // ok: sql/limit-on-total
  const runs = await prisma.order.findMany({ where: { userId }, take: SCAN_LIMIT })
  if (runs.length === SCAN_LIMIT) console.warn('the scan hit its limit: counts are a floor')
  const counts: Record<string, number> = { late: 0 }
  for (const run of runs) {
    counts[run.status] += 1
  }
  // ruleid: sql/limit-on-total
  const others = await prisma.order.findMany({ where: { userId }, take: SCAN_LIMIT })
  for (const other of others) {
    counts[other.status] += 1
  }
  return counts
}

// How many there are of rows that are called some of many.
export async function context(userId: string) {
  // ok: sql/limit-on-total
  const recentMessages = await prisma.message.findMany({ where: { userId }, take: 20 })
  // ruleid: sql/limit-on-total
  const messages = await prisma.message.findMany({ where: { userId }, take: 20 })
  return { recentMessages, messages, messageCount: recentMessages.length, total: messages.length }
}
