import { Pool } from 'pg'

const pool = new Pool()

export async function reads(id: number) {
  await pool.query('SELECT id FROM users WHERE id = $1', [id])
  await pool.query({ text: 'SELECT SUM(amount) FROM orders', values: [] })
  await pool.query('SELECT status, COUNT(*) FROM orders GROUP BY status LIMIT 5')
}

export async function writes(id: number) {
  await pool.query('UPDATE users SET name = $1 WHERE id = $2', ['Ada', id])
  await pool.query('DELETE FROM users')
  await pool.query('INSERT INTO users (name) VALUES ($1)', ['Ada'])
}

export async function together(id: number) {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('DELETE FROM users WHERE id = $1', [id])
  await client.query('COMMIT')
}

export function others(search: any) {
  search.query('shoes and hats')
}
