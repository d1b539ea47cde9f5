import express from 'express'

const app = express()

app.get('/orders/:id', async (req, res) => {
  const order = await find(req.params.id)
  const now = Date.now()
  if (req.query.all) {
    const orders = await list()
    return res.json({
      orders: orders.map((order) => ({
        id: order.id,
        // ruleid: api/timestamp-epoch
        createdAt: order.createdAt.getTime(),
      })),
    })
  }
  if (req.query.late) {
    return res.json({
      // ok: api/timestamp-epoch
      rows: await database.find({ createdAt: Date.now() }),
      // ok: api/timestamp-epoch
      durationMs: Date.now() - order.start,
    })
  }
  res.json({
    // ruleid: api/timestamp-epoch
    createdAt: Date.now(),
    // ruleid: api/timestamp-epoch
    updated_at: now,
    // ruleid: api/timestamp-epoch
    expiresAt: now + 60_000,
    // ok: api/timestamp-epoch
    workedTime: now - order.start,
    // ruleid: api/timestamp-epoch
    timestamp: Math.floor(Date.now() / 1000),
    // ruleid: api/timestamp-epoch
    expires: +new Date(),
    // ok: api/timestamp-epoch
    startTime: new Date(Date.now() + 3600).toISOString(),
    // ok: api/timestamp-epoch
    endTime: new Date(),
    // ok: api/timestamp-epoch
    seed: Date.now(),
    // ok: api/timestamp-epoch
    deletedAt: order.deletedAt,
  })
  // ok: api/timestamp-epoch
  cache.set(req.params.id, { createdAt: Date.now() })
})

app.get('/times', (req, res) => {
  res.json({
    // ruleid: api/timestamp-epoch
    startTime: new Date().getTime(),
    // ruleid: api/timestamp-epoch
    endedAt: new Date(order.ended).getTime(),
    // A duration.
    // ok: api/timestamp-epoch
    expires_in: Math.round((token.expiresAt.getTime() - Date.now()) / 1000),
    // ok: api/timestamp-epoch
    responseTime: Date.now() - started,
    // ok: api/timestamp-epoch
    expiresAt: new Date(Date.now() + 1000),
  })
})
