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
