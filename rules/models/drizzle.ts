import { drizzle } from 'drizzle-orm/node-postgres'
import { count, eq, sql } from 'drizzle-orm'
import { orders, users } from './schema'

const db = drizzle('')

export async function reads(id: number) {
  // query: select users where limit 1 one
  await db.select().from(users).where(eq(users.id, id)).limit(1)
  // query: select orders all
  await db.select().from(orders)
  // query: select orders all aggregate
  await timed('orders', () => db.select({ count: count() }).from(orders))
  // query: select users where one
  await db.query.users.findFirst({ where: eq(users.id, id) })
  // query: select orders all limit 10
  await db.query.orders.findMany({ limit: 10 })
  // query: select users where
  await db.execute(sql`SELECT id FROM users WHERE id = ${id}`)
}

export async function writes(id: number) {
  // query: insert users all sets name
  await db.insert(users).values({ name: 'Ada' })
  // query: update users where sets name
  await db.update(users).set({ name: 'Ada' }).where(eq(users.id, id))
  // query: update users all sets active
  await db.update(users).set({ active: false })
  // query: delete users all
  await db.delete(users)
}

export async function together(id: number) {
  await db.transaction(async (tx) => {
    // query: delete users where in transaction
    await tx.delete(users).where(eq(users.id, id))
  })
}

export function others(cache: Map<number, string>, hash: any) {
  cache.delete(1)
  hash.update('a')
}
