import express from 'express'

const app = express()

app.get('/orders', async (req, res) => {
  const orders = await list()
  // ok: api/success-flag
  if (req.query.all) return res.json({ success: true, data: orders })
  // ruleid: api/success-flag
  if (req.query.some) return res.json({ data: orders })
  // ruleid: api/success-flag
  if (req.query.made) return res.status(201).json({ id: 1 })
  // ok: api/success-flag
  if (req.query.text) return res.send('orders')
  // ok: api/success-flag
  if (req.query.none) return res.status(204).end()
  // ok: api/success-flag
  res.json(orders)
})
