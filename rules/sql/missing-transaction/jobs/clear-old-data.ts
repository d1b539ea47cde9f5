import { Pool } from 'pg'

const pool = new Pool()

// Each of them may be done by a later run.
export async function clearOldData(days: number) {
  await pool.query('DELETE FROM heartbeats WHERE age > $1', [days])
  // ok: sql/missing-transaction
  await pool.query('DELETE FROM readings WHERE age > $1', [days])
}
