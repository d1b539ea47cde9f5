import { Pool } from 'pg'

const pool = new Pool()

export async function resetPassword(hash: string) {
  // ruleid: sql/update-without-where
  await pool.query('UPDATE users SET password_hash = $1', [hash])
}
