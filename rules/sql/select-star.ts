export async function read(pool: any, id: string) {
  // ruleid: sql/select-star
  await pool.query('SELECT * FROM users WHERE id = $1', [id])
  // ruleid: sql/select-star
  await pool.query(`SELECT u.*, o.id FROM users u JOIN orders o ON o.user_id = u.id`)
  // ok: sql/select-star
  await pool.query('SELECT COUNT(*) FROM users')
  // ok: sql/select-star
  await pool.query('SELECT id FROM users u WHERE EXISTS (SELECT * FROM orders o WHERE o.user_id = u.id)')
  // ok: sql/select-star
  await pool.query('SELECT id, name FROM users')
}

export async function parts(pool: any, table: string) {
  // ok: sql/select-star
  await pool.query('WITH tree AS (SELECT id, title FROM nodes) SELECT * FROM tree')
  // ruleid: sql/select-star
  await pool.query('WITH tree AS (SELECT * FROM nodes) SELECT * FROM tree')
  // ok: sql/select-star
  await pool.query('SELECT t.* FROM (SELECT id FROM nodes) t')
  // ok: sql/select-star
  await pool.query(`SELECT * FROM ${table} LIMIT 10`)
}

export async function accounts(http: any) {
  // A service has a language of its own.
  // ok: sql/select-star
  return http.get(`/query?query=${encodeURIComponent("SELECT * FROM Account WHERE Active = true")}`)
}
