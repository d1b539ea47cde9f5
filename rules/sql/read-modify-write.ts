import { PrismaClient } from '@prisma/client'
import { eq, sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { accounts } from './schema'
import { db } from './db'

const prisma = new PrismaClient()
const pool = new Pool()

export async function prismaCounter(id: string, amount: number) {
  const account = await prisma.account.findUnique({ where: { id } })
  if (!account) throw new Error('none')
  // ruleid: sql/read-modify-write
  await prisma.account.update({ where: { id }, data: { balance: account.balance - amount } })
  // ok: sql/read-modify-write
  await prisma.account.update({ where: { id }, data: { balance: { decrement: amount } } })
}

export async function throughVariables(id: string, amount: number) {
  const { balance } = await prisma.account.findUniqueOrThrow({ where: { id } })
  const left = Math.max(0, balance - amount)
  // ruleid: sql/read-modify-write
  await prisma.account.update({ where: { id }, data: { balance: left } })
}

export async function driver(id: string, amount: number) {
  const { rows } = await pool.query('SELECT id, balance FROM accounts WHERE id = $1', [id])
  const next = rows[0].balance + amount
  // ruleid: sql/read-modify-write
  await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [next, id])
}

export async function firstRow(id: string) {
  const result = await pool.query('SELECT stock FROM products WHERE id = $1', [id])
  const product = result.rows[0]
  await pool.query(
    'INSERT INTO movements (product_id) VALUES ($1)', [id])
  // ruleid: sql/read-modify-write
  await pool.query('UPDATE products SET stock = $2, seen = now() WHERE id = $1', [id, Number(product.stock) - 1])
}

export async function plainTransaction(id: string, amount: number) {
  await prisma.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { id } })
    // ruleid: sql/read-modify-write
    await tx.account.update({ where: { id }, data: { balance: account.balance + amount } })
  })
}

export async function builder(id: number) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id))
  // ruleid: sql/read-modify-write
  await db.update(accounts).set({ balance: account.balance + 1 }).where(eq(accounts.id, id))
  // ok: sql/read-modify-write
  await db.update(accounts).set({ balance: sql`${accounts.balance} + 1` }).where(eq(accounts.id, id))
}

export async function atomic(id: string, amount: number) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id])
  if (rows[0].balance < amount) throw new Error('insufficient')
  // ok: sql/read-modify-write
  await pool.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, id])
}

export async function locked(id: string, amount: number) {
  const client = await pool.connect()
  await client.query('BEGIN')
  const { rows } = await client.query('SELECT balance FROM accounts WHERE id = $1 FOR UPDATE', [id])
  // ok: sql/read-modify-write
  await client.query('UPDATE accounts SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id])
  await client.query('COMMIT')
}

export async function serializable(id: string, amount: number) {
  await prisma.$transaction(
    async (tx) => {
      const account = await tx.account.findUnique({ where: { id } })
      // ok: sql/read-modify-write
      await tx.account.update({ where: { id }, data: { balance: account.balance + amount } })
    },
    { isolationLevel: 'Serializable' },
  )
}

export async function versioned(id: string, amount: number) {
  const account = await prisma.account.findUniqueOrThrow({ where: { id } })
  // ok: sql/read-modify-write
  const { count } = await prisma.account.updateMany({
    where: { id, version: account.version },
    data: { balance: account.balance + amount, version: { increment: 1 } },
  })
  if (count === 0) throw new Error('conflict')
}

export async function compareAndSet(id: string, amount: number) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id])
  const old = rows[0].balance
  // ok: sql/read-modify-write
  await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2 AND balance = $3', [old - amount, id, old])
}

export async function otherColumn(id: string) {
  const order = await prisma.order.findUniqueOrThrow({ where: { id } })
  // ok: sql/read-modify-write
  await prisma.order.update({ where: { id }, data: { total: order.subtotal + order.tax } })
  // ok: sql/read-modify-write
  await prisma.order.update({ where: { id }, data: { note: order.note } })
}

export async function otherTable(id: string) {
  const product = await prisma.product.findUniqueOrThrow({ where: { id } })
  // ok: sql/read-modify-write
  await prisma.line.update({ where: { id }, data: { price: product.price * 2 } })
}

export async function fromRequest(req: any) {
  // ok: sql/read-modify-write
  await prisma.account.update({ where: { id: req.params.id }, data: { balance: req.body.balance + req.body.fee } })
}

export async function branches(id: string, fresh: boolean) {
  if (fresh) {
    return prisma.counter.findUnique({ where: { id } })
  }
  const start = { value: 1 }
  // ok: sql/read-modify-write
  return prisma.counter.update({ where: { id }, data: { value: start.value + 1 } })
}

export async function moved(id: string, parentId: string) {
  const last = await prisma.collection.findFirst({ where: { parentId }, orderBy: { position: 'desc' } })
  // ok: sql/read-modify-write
  await prisma.collection.update({ where: { id }, data: { parentId, position: last ? last.position + 1 : 1 } })
}

export async function ofOwner(ownerId: string) {
  const account = await prisma.account.findFirst({ where: { ownerId } })
  // ruleid: sql/read-modify-write
  await prisma.account.update({ where: { id: account.id }, data: { balance: account.balance + 1 } })
}

export async function locked(id: string, store: any) {
  await store.lockAccountsByOwner(id)
  const account = await prisma.account.findUnique({ where: { id } })
  // ok: sql/read-modify-write
  await prisma.account.update({ where: { id }, data: { balance: account.balance + 1 } })
}

// Rows that are read for the update, and transactions in which nobody else's write can come between.
export async function held(id: string) {
  await db.transaction(async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update')
    // ok: sql/read-modify-write
    await tx.update(accounts).set({ balance: account.balance - 1 }).where(eq(accounts.id, id))
  })
}

export async function serial(id: string) {
  await prisma.$transaction(
    async (tx) => {
      const account = await tx.account.findUnique({ where: { id } })
      // ok: sql/read-modify-write
      await tx.account.update({ where: { id }, data: { balance: account.balance - 1 } })
    },
    { isolationLevel: 'Serializable' },
  )
}

export async function committed(id: string) {
  await prisma.$transaction(
    async (tx) => {
      const account = await tx.account.findUnique({ where: { id } })
      // ruleid: sql/read-modify-write
      await tx.account.update({ where: { id }, data: { balance: account.balance - 1 } })
    },
    { isolationLevel: 'ReadCommitted' },
  )
}

export async function feed(pool: any, id: string) {
  const { rows: [pet] } = await pool.query('SELECT meals FROM pets WHERE id = $1', [id])
  pet.meals += 1
  // ruleid: sql/read-modify-write
  await pool.query('UPDATE pets SET meals = $2 WHERE id = $1', [id, pet.meals])
}

export async function copyMeals(pool: any, id: string) {
  const { rows: [pet] } = await pool.query('SELECT meals FROM pets WHERE id = $1', [id])
  // ok: sql/read-modify-write
  await pool.query('UPDATE pets SET meals = $2 WHERE id = $1', [id, pet.meals])
}
