import { Pool } from 'pg'

const pool = new Pool()

// Every call gives it a name of the program's own.
export async function countRows(table: string) {
  // ok: sql/unparameterized
  return pool.query(`SELECT count(*) FROM ${table}`)
}

export async function newest(table: string, order = 'created_at') {
  // ok: sql/unparameterized
  return pool.query(`SELECT * FROM ${table} ORDER BY ${order}`)
}

// One of the calls hands on what a request holds.
export async function findByName(name: string) {
  // ruleid: sql/unparameterized
  return pool.query(`SELECT id FROM people WHERE name = '${name}'`)
}

// Nobody in the project calls it.
export async function drop(name: string) {
  // ruleid: sql/unparameterized
  return pool.query(`DELETE FROM people WHERE name = '${name}'`)
}

// Whoever is given it may call it with anything.
export async function rename(name: string) {
  // ruleid: sql/unparameterized
  return pool.query(`UPDATE people SET name = '${name}'`)
}

export class Counters {
  // A call by another name's method says nothing of this one.
  async reset(kind: string) {
    // ok: sql/unparameterized
    return pool.query(`UPDATE counters SET value = 0 WHERE kind = '${kind}'`)
  }
}
