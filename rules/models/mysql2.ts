import mysql from 'mysql2/promise'

const pool = mysql.createPool({})

export async function queries(id: number) {
  // query: select users where
  await pool.execute('SELECT id FROM users WHERE id = ?', [id])
  // query: update users where sets name
  await pool.query({ sql: 'UPDATE users SET name = ? WHERE id = ?' }, ['Ada', id])
}

export async function together(id: number) {
  const connection = await pool.getConnection()
  await connection.beginTransaction()
  // query: delete users where in transaction
  await connection.query('DELETE FROM users WHERE id = ?', [id])
  await connection.commit()
}

export function others(command: any) {
  command.execute('restart')
}
