import { Hono } from 'hono'
import { drizzle } from 'drizzle-orm/d1'
import { orders } from './schema'

const app = new Hono()

app.post('/orders', async (c) => {
  const db = drizzle(c.env.DB)
  const order = await db.insert(orders).values(await c.req.json()).returning()
  // ruleid: rest/created-status
  return c.json(order)
})

app.post('/invoices', async (c) => {
  const db = drizzle(c.env.DB)
  const invoice = await db.insert(invoices).values(await c.req.json()).returning()
  // ok: rest/created-status
  return c.json(invoice, 201)
})

app.post('/items', async (c) => {
  const db = drizzle(c.env.DB)
  const item = await db.insert(items).values(await c.req.json()).onConflictDoUpdate({ target: items.id, set: {} })
  // ok: rest/created-status
  return c.json(item)
})
