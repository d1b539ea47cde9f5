export async function read(pool: any) {
  // ruleid: sql/unknown-table
  await pool.query("SELECT id FROM usres")
  // ok: sql/unknown-table
  await pool.query("SELECT id FROM users")
  // ok: sql/unknown-table
  await pool.query("WITH recent AS (SELECT id FROM orders) SELECT id FROM recent")
  // ruleid: sql/unknown-table
  await pool.query("UPDATE oders SET total = 1 WHERE id = 1")
  // ok: sql/unknown-table
  await pool.query("SELECT u.id FROM users u JOIN orders o ON o.user_id = u.id")
  // ok: sql/unknown-table
  await pool.query("SELECT relname FROM pg_class")
  // ok: sql/unknown-table
  await pool.query("SELECT id FROM billing.invoices")
}

export async function empty(pool: any, table: string) {
  // ok: sql/unknown-table
  await pool.query(`TRUNCATE TABLE "public"."${table}" RESTART IDENTITY CASCADE`)
  // ok: sql/unknown-table
  await pool.query('CREATE TEMP TABLE scratch (id int)')
  // ok: sql/unknown-table
  await pool.query('INSERT INTO scratch (id) VALUES (1)')
}

// Another database has its own folder of migrations; what one drops the other still has.
export async function elsewhere(pool: any, clickhouse: any) {
  // ok: sql/unknown-table
  await clickhouse.query('SELECT id FROM visits')
  // ruleid: sql/unknown-table
  await clickhouse.query('SELECT id FROM visist')
  // ok: sql/unknown-table
  await pool.query('SELECT count(*) FROM _prisma_migrations')
}
