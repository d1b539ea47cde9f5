import { drizzle } from 'drizzle-orm/node-postgres'
import { eq, sql } from 'drizzle-orm'
import { orders, users } from './schema'

const db = drizzle('')

export async function reads(id: number) {
  await db.select().from(users).where(eq(users.id, id)).limit(1)
  await db.select().from(orders)
  await db.query.users.findFirst({ where: eq(users.id, id) })
  await db.query.orders.findMany({ limit: 10 })
  await db.execute(sql`SELECT id FROM users WHERE id = ${id}`)
}

export async function writes(id: number) {
  await db.insert(users).values({ name: 'Ada' })
  await db.update(users).set({ name: 'Ada' }).where(eq(users.id, id))
  await db.update(users).set({ active: false })
  await db.delete(users)
}

export async function together(id: number) {
  await db.transaction(async (tx) => {
    await tx.delete(users).where(eq(users.id, id))
  })
}

export function others(cache: Map<number, string>, hash: any) {
  cache.delete(1)
  hash.update('a')
}
