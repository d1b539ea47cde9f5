import express from 'express'

const app = express()

// Whoever may call a route means what it says by no name of a function.
app.delete('/carts', async function clear(req, res) {
  // ruleid: sql/update-without-where
  await db.query('DELETE FROM carts')
  res.status(204).end()
})

export async function clear() {
  // ok: sql/update-without-where
  await db.query('DELETE FROM carts')
}
