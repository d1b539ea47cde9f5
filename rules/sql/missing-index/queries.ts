export async function read(pool: any) {
  // ruleid: sql/missing-index
  await pool.query("SELECT id FROM users WHERE nickname = 'x'")
  // ok: sql/missing-index
  await pool.query("SELECT id FROM users WHERE email = 'x'")
  // ok: sql/missing-index
  await pool.query("SELECT id FROM users WHERE id = 1")
  // ok: sql/missing-index
  await pool.query("SELECT id FROM orders WHERE user_id = 1 AND status = 'open'")
  // ruleid: sql/missing-index
  await pool.query("SELECT id FROM orders WHERE status = 'open'")
  // ruleid: sql/missing-index
  await pool.query("SELECT id FROM users ORDER BY created_at")
}

export async function ordersOf(pool: any, email: string) {
  // Whoever picks the user has to find the orders by it.
  // ok: sql/missing-index
  await pool.query('SELECT orders.total FROM users JOIN orders ON orders.user_id = users.id WHERE users.email = $1', [email])
  // ruleid: sql/missing-index
  await pool.query('SELECT plans.id FROM users JOIN plans ON plans.owner_id = users.id WHERE users.email = $1', [email])
  // ok: sql/missing-index
  await pool.query('SELECT plans.id FROM users JOIN plans ON plans.owner_id = users.id')
}
