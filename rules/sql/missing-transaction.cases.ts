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
