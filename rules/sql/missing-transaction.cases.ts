import { Pool } from 'pg'

const pool = new Pool()

// Tests of one thing for different constants are branches of one choice.
export async function onEvent(event: { type: string; id: string }) {
  if (event.type === 'order.created') {
    await pool.query('INSERT INTO orders (id) VALUES ($1)', [event.id])
  }
  if (event.type === 'order.deleted') {
    // ok: sql/missing-transaction
    await pool.query('DELETE FROM orders WHERE id = $1', [event.id])
  }
}

export async function onStep(state: { step: string; id: string }) {
  if (state.step === 'new') {
    await pool.query('INSERT INTO orders (id) VALUES ($1)', [state.id])
    state.step = 'paid'
  }
  if (state.step === 'paid') {
    // ruleid: sql/missing-transaction
    await pool.query('INSERT INTO payments (order_id) VALUES ($1)', [state.id])
  }
}

export async function onFlags(event: { isNew: boolean; isPaid: boolean; id: string }) {
  if (event.isNew) {
    await pool.query('INSERT INTO orders (id) VALUES ($1)', [event.id])
  }
  if (event.isPaid) {
    // ruleid: sql/missing-transaction
    await pool.query('INSERT INTO payments (order_id) VALUES ($1)', [event.id])
  }
}

export async function seedRoles() {
  await pool.query('INSERT INTO roles (name) VALUES ($1)', ['admin'])
  // ok: sql/missing-transaction
  await pool.query('INSERT INTO menus (name) VALUES ($1)', ['start'])
}

export function routes(app: any, db: any) {
  app.post('/orders', async (req: any, res: any) => {
    await db.query('INSERT INTO orders (sku) VALUES ($1)', [req.body.sku])
    // ruleid: sql/missing-transaction
    await db.query('UPDATE stock SET held = true WHERE sku = $1', [req.body.sku])
    res.status(201).end()
  })
}

export function paid(db: any, sku: string) {
  pool.query('INSERT INTO payments (sku) VALUES ($1)', [sku], (error, result) => {
    if (error) throw error
    // ruleid: sql/missing-transaction
    pool.query('UPDATE stock SET held = false WHERE sku = $1', [sku], () => {})
  })
}
