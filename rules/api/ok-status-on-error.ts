import express from 'express'

const app = express()

function answer(res, body) {
  res.json(body)
}

app.get('/orders/:id', async (req, res) => {
  const { data, error } = await find(req.params.id)
  // ruleid: api/ok-status-on-error
  if (!req.params.id) return res.json({ error: 'An id is needed' })
  // ruleid: api/ok-status-on-error
  if (req.params.id === '1') return res.status(200).json({ success: false, message: 'No such order' })
  // ruleid: api/ok-status-on-error
  if (req.params.id === '2') return res.status(201).json({ error: { code: 'NOT_FOUND', message: 'No such order' } })
  // ok: api/ok-status-on-error
  if (req.params.id === '3') return res.json({ error: null, data })
  // ok: api/ok-status-on-error
  if (req.params.id === '4') return res.json({ error, data })
  // ok: api/ok-status-on-error
  if (req.params.id === '5') return res.json({ error: false, data })
  // ok: api/ok-status-on-error
  if (req.params.id === '6') return res.status(404).json({ error: 'No such order', code: 404 })
  // ruleid: api/ok-status-on-error
  if (req.params.id === '7') return res.json({ error: `No order ${req.params.id}` })
  // ruleid: api/ok-status-on-error
  if (req.params.id === '8') return answer(res, { success: false })
  // ok: api/ok-status-on-error
  if (req.params.id === '11') return res.json({ valid: false, error: data.message })
  const reason: string = data.reason
  // ok: api/ok-status-on-error
  if (req.params.id === '12') return res.json({ error: reason })
  // ok: api/ok-status-on-error
  if (req.params.id === '9') return res.status(error ? 500 : 200).json({ error: 'No such order' })
  if (req.params.id === '10') {
    res.status(404)
    // ok: api/ok-status-on-error
    return res.json({ error: 'No such order', code: 404 })
  }
  if (data.late) {
    res.status(503)
  }
  // ok: api/ok-status-on-error
  res.json({ success: false, data })
})

app.get('/list', (req, res) => {
  // ok: api/ok-status-on-error
  res.json({ success: true, errors: [] })
})

app.get('/failed', async (req, res) => {
  try {
    await load()
  } catch (err) {
    // ruleid: api/ok-status-on-error
    return res.json({ error: err.message })
  }
  const result = await read()
  // ok: api/ok-status-on-error
  if (result.error) return res.json({ data: result.data, error: result.error.message })
  // JSON-RPC says so in the body.
  // ok: api/ok-status-on-error
  res.json({ jsonrpc: '2.0', id: 1, error: { code: -32600, message: 'Invalid request' } })
})

// Who sends it would send it again.
app.post('/webhooks/stripe', async (req, res) => {
  // ok: api/ok-status-on-error
  res.status(200).json({ error: 'Unhandled event' })
})
