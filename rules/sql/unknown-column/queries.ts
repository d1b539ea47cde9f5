export async function read(pool: any) {
  // ruleid: sql/unknown-column
  await pool.query("SELECT emial FROM users")
  // ok: sql/unknown-column
  await pool.query("SELECT email, plan FROM users")
  // ruleid: sql/unknown-column
  await pool.query("SELECT u.name FROM users u")
  // ok: sql/unknown-column
  await pool.query("SELECT u.email AS address FROM users u ORDER BY address")
  // ruleid: sql/unknown-column
  await pool.query("UPDATE orders SET totl = 1 WHERE id = 1")
  // ok: sql/unknown-column
  await pool.query("SELECT count(*) AS n FROM orders GROUP BY user_id")
  // ok: sql/unknown-column
  await pool.query("SELECT ctid FROM users")
  // ok: sql/unknown-column
  await pool.query(sql`SELECT email FROM users WHERE plan = ${FREE_PLAN}`)
}

const FREE_PLAN = 'free'

// A table of a cluster, and functions in the SQL itself.
export async function elsewhere(clickhouse: any) {
  // ok: sql/unknown-column
  await clickhouse.query('SELECT sizes FROM pages')
  // ruleid: sql/unknown-column
  await clickhouse.query('SELECT siezs FROM pages')
  // ok: sql/unknown-column
  await clickhouse.query('SELECT arrayMap(x -> x + 1, sizes) FROM pages')
  // ok: sql/unknown-column
  await clickhouse.query('SELECT arrayFilter((size, place) -> size > place, sizes, sizes) FROM pages')
}
