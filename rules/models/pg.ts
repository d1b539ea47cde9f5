import { Pool } from 'pg'

const pool = new Pool()

export async function reads(id: number) {
  // query: select users where
  await pool.query('SELECT id FROM users WHERE id = $1', [id])
  // query: select orders all aggregate
  await pool.query({ text: 'SELECT SUM(amount) FROM orders', values: [] })
  // query: select orders all limit 5 grouped
  await pool.query('SELECT status, COUNT(*) FROM orders GROUP BY status LIMIT 5')
}

export async function writes(id: number) {
  // query: update users where sets name
  await pool.query('UPDATE users SET name = $1 WHERE id = $2', ['Ada', id])
  // query: delete users all
  await pool.query('DELETE FROM users')
  // query: insert users all sets name
  await pool.query('INSERT INTO users (name) VALUES ($1)', ['Ada'])
}

export async function together(id: number) {
  const client = await pool.connect()
  // query: transaction ? all
  await client.query('BEGIN')
  // query: delete users where in transaction
  await client.query('DELETE FROM users WHERE id = $1', [id])
  // query: transaction ? all in transaction
  await client.query('COMMIT')
}

export function others(search: any) {
  search.query('shoes and hats')
}
