import { PrismaClient } from '@prisma/client'
import { db } from './db'
import knex from 'knex'
import { eq } from 'drizzle-orm'
import { Op } from 'sequelize'

const prisma = new PrismaClient()

export async function raw(pool: any, id: string) {
  // ruleid: sql/update-without-where
  await pool.query('UPDATE users SET active = false')
  // ok: sql/update-without-where
  await pool.query('UPDATE users SET active = false WHERE id = $1', [id])
  // ruleid: sql/update-without-where
  await pool.query('DELETE FROM sessions')
  // ok: sql/update-without-where
  await pool.query('DELETE FROM sessions WHERE expires_at < now()')
  const where = id ? 'WHERE id = $1' : 'WHERE stale'
  // ok: sql/update-without-where
  await pool.query(`DELETE FROM sessions ${where}`)
  await pool.query(
    // ruleid: sql/update-without-where
    `UPDATE accounts
     SET plan = 'free'`,
  )
}

export async function orms(id: string) {
  // ruleid: sql/update-without-where
  await prisma.session.deleteMany()
  // ruleid: sql/update-without-where
  await prisma.session.deleteMany({})
  // ruleid: sql/update-without-where
  await prisma.user.updateMany({ data: { active: false } })
  // ok: sql/update-without-where
  await prisma.user.updateMany({ where: { id }, data: { active: false } })
  // ok: sql/update-without-where
  await prisma.user.update({ where: { id }, data: { active: false } })
  // ruleid: sql/update-without-where
  await db.update(users).set({ active: false })
  // ok: sql/update-without-where
  await db.update(users).set({ active: false }).where(eq(users.id, id))
  // ruleid: sql/update-without-where
  await db.delete(users)
  // ok: sql/update-without-where
  await db.delete(users).where(eq(users.id, id))
  // ruleid: sql/update-without-where
  await knex('users').del()
  // ok: sql/update-without-where
  await knex('users').where({ id }).del()
  // ruleid: sql/update-without-where
  await knex('users').update({ active: false })
  // ruleid: sql/update-without-where
  await User.destroy({})
  // ok: sql/update-without-where
  await User.destroy({ where: { id: { [Op.gt]: 3 } } })
  const filter = build(id)
  // ok: sql/update-without-where
  await prisma.session.deleteMany(filter)
  const cache = new Map<string, string>()
  // ok: sql/update-without-where
  cache.delete(id)
}

export async function elsewhere(client: any, stripeClient: any, id: string) {
  // ok: sql/update-without-where
  await stripeClient.subscriptions.update(id, { cancel_at_period_end: true })
  // ok: sql/update-without-where
  await client.events.delete({ calendarId: id, eventId: id })
}

const client = new PrismaClient()

export async function ofPrisma() {
  // ruleid: sql/update-without-where
  await client.session.deleteMany()
  // ruleid: sql/update-without-where
  await client.user.updateMany({ data: { active: false } })
}

export async function rebuild(pool: any) {
  // ok: sql/update-without-where
  await pool.query('DELETE FROM product_stat')
  await pool.query('INSERT INTO product_stat (id, n) SELECT product_id, count(*) FROM orders GROUP BY product_id')
}

export async function configure(pool: any, secret: string) {
  // ok: sql/update-without-where
  await pool.query('UPDATE system_settings SET secret = $1', [secret])
  // ruleid: sql/update-without-where
  await pool.query('UPDATE user_settings SET theme = $1', [secret])
}

export async function ofStore(models: any, batch: any) {
  // ok: sql/update-without-where
  await models.batches.update(batch.id, { status: 'finished' })
  // ruleid: sql/update-without-where
  await models.batches.update({ status: 'finished' }, { returning: true })
}

export function renumber(knex: any, table: string, changes: any) {
  // ok: sql/update-without-where
  let text = knex('rows').update(changes).toQuery()
  text += ` FROM renumbered WHERE rows.id = renumbered.id`
  return text
}

export async function renew(order: any, changes: any, transaction: any) {
  // ok: sql/update-without-where
  await order.Subscription.update(changes, { transaction })
  // ruleid: sql/update-without-where
  await models.Subscription.update(changes, { transaction })
}

export function shareInFlight(queryFn: any) {
  const byDb = new Map()
  return async (key: string) => {
    try {
      return await queryFn(byDb.get(key))
    } finally {
      // ok: sql/update-without-where
      byDb.delete(key)
    }
  }
}

export async function sweep(pool: any) {
  // ruleid: sql/update-without-where
  await pool.query('WITH gone AS (DELETE FROM carts RETURNING id) SELECT count(*) FROM gone')
  // ok: sql/update-without-where
  await pool.query('WITH gone AS (DELETE FROM carts WHERE old RETURNING id) SELECT count(*) FROM gone')
}

export async function unlicense() {
  // ok: sql/update-without-where
  await prisma.instanceLicense.deleteMany()
}

export async function resetStreaks(pool: any) {
  // ruleid: sql/update-without-where
  await pool.query('UPDATE habits SET streak = 0')
}

export async function resetDatabase(pool: any) {
  // ok: sql/update-without-where
  await pool.query('DELETE FROM habits')
}

export async function purge(pool: any) {
  // ruleid: sql/update-without-where
  await pool.query('DELETE FROM deliveries')
}

export async function deleteAll(pool: any) {
  // ok: sql/update-without-where
  await pool.query('DELETE FROM deliveries')
}
