import { Pool } from 'pg'
import { schema } from './schema'

declare const pool: Pool
declare const Query: { escapeVal(value: string): string }

// A loop that ends each element with a comma.
export async function named(names: string[]) {
  let list = ''
  for (const name of names) {
    list += "'" + name + "',"
  }
  // ruleid: sql/unparameterized
  return pool.query(`select id from people where name in (${list}) order by name`)
}

export async function kept(names: string[], kind: string) {
  let list = '('
  for (const name of names) list = list + "'" + name + "',"
  list = list + ')'
  // ruleid: sql/unparameterized
  return pool.query(`select id from people where kind = '${kind}' and name in ${list} order by name`)
}

export async function change(body: unknown, id: number) {
  const parsed = schema.safeParse(body)
  if (!parsed.success) return
  const fields = Object.keys(parsed.data)
  const changes = fields.map((key) => {
    const column = key === 'firstName' ? 'first_name' : 'last_name'
    return `${column} = @${key}`
  }).join(', ')
  // ok: sql/unparameterized
  return pool.query(`UPDATE people SET ${changes} WHERE id = @id`, { ...parsed.data, id })
}

const orders = Object.assign(Object.create(null), { name: 'people.name', age: 'people.age' })

export async function ordered(req: any) {
  // ok: sql/unparameterized
  return pool.query(`SELECT id FROM people ORDER BY ${orders[req.query.by]}`)
}

export async function escaped(name: string) {
  // ok: sql/unparameterized
  return pool.query('SELECT id FROM people WHERE name LIKE ' + Query.escapeVal(name))
}

declare const Common: { getInterval(name: string | null): string | null }

export async function recent(since: string | null) {
  const interval = Common.getInterval(since)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM blocks WHERE added > DATE_SUB(NOW(), INTERVAL ${interval})`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM blocks WHERE added > DATE_SUB(NOW(), INTERVAL ${since} DAY)`)
}

// Each of two branches puts a value in, and one call runs what is left.
export async function either(name: string, kind: string) {
  let query
  if (kind === '') {
    // ruleid: sql/unparameterized
    query = `SELECT id FROM people WHERE name LIKE '%${name}%'`
  } else {
    // ruleid: sql/unparameterized
    query = `SELECT id FROM people WHERE kind = '${kind}' AND name LIKE '%${name}%' ORDER BY name`
  }
  return pool.query(query)
}
