import { Pool } from 'pg'
import { z } from 'zod'

const pool = new Pool()
const Direction = z.enum(['ASC', 'DESC'])
const Name = z.string().min(1)

export async function parsed(query: unknown) {
  const direction = Direction.parse(query)
  // ok: sql/unparameterized
  return pool.query(`SELECT id FROM users ORDER BY name ${direction} LIMIT 10`)
}

export async function caught(query: unknown) {
  const direction = Direction.catch('ASC').parse(query)
  // ok: sql/unparameterized
  return pool.query(`SELECT id FROM users ORDER BY name ${direction} LIMIT 10`)
}

export async function written(query: unknown) {
  const direction = z.enum(['ASC', 'DESC']).default('ASC').parse(query)
  // ok: sql/unparameterized
  return pool.query(`SELECT id FROM users ORDER BY name ${direction} LIMIT 10`)
}

export async function open(query: unknown) {
  const name = Name.parse(query)
  // ruleid: sql/unparameterized
  return pool.query(`SELECT id FROM users WHERE name = '${name}'`)
}

export async function guessed(query: string) {
  const direction = JSON.parse(query)
  // ruleid: sql/unparameterized
  return pool.query(`SELECT id FROM users WHERE name = '${direction}'`)
}

enum Period {
  LONG = "10 years",
  SHORT = "1 year",
}

const KEPT: [string, Period][] = [
  [orders.table, Period.LONG],
  [visits.table, Period.SHORT],
];

export async function forget(db: Database) {
  for (const [table, period] of KEPT) {
    // ok: sql/unparameterized
    await db.query(`DELETE FROM visits WHERE created_at < NOW() - INTERVAL '${period}'`);
  }
  for (const [name, period] of await periods()) {
    // ruleid: sql/unparameterized
    await db.query(`DELETE FROM visits WHERE created_at < NOW() - INTERVAL '${period}'`);
  }
}

export async function numbered(db: Database, levels: Number[], byHost: Record<number, number[]>, since: Date) {
  // ok: sql/unparameterized
  await db.query(`SELECT id FROM places WHERE id IN (${levels.join(",")})`);
  // ok: sql/unparameterized
  await db.query(`SELECT id FROM places WHERE host IN (${Object.keys(byHost).join(",")})`);
  // ok: sql/unparameterized
  await db.query(`SELECT id FROM places WHERE seen >= '${since.toISOString().toString().substr(0, 10)}'`);
}
