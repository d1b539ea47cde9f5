import express from 'express'

const app = express()

app.get('/users/:id', async (req, res) => {
  const user = await load(req.params.id)
  // response: 404 {error, code}
  if (!user) return res.status(404).json({ error: 'No such user', code: 404 })
  // response: 200 default {id, team {name}}
  res.json({ id: user.id, team: { name: user.team } })
})

app.post('/users', (req, res) => {
  if (!req.body.name) {
    // response: 400 text
    res.status(400).send('A name is needed')
    return
  }
  // response: 201 {id} sets location
  res.status(201).set('Location', '/users/1').json({ id: 1 })
})

app.put('/users/:id', (req, res) => {
  res.status(req.body.ok ? 200 : 409)
  const body = { error: 'Taken' }
  // response: ? {error}
  res.json(body)
})

app.delete('/users/:id', (req, res) => {
  // response: 403 text
  if (req.query.dry) return res.sendStatus(403)
  // response: 204 empty
  res.status(204).end()
})

app.get('/users', (req, res) => {
  res.setHeader('Retry-After', '10')
  res.status(503)
  // response: 503 {error, code} sets retry-after
  res.json({ error: 'Busy', code: 503 })
})

// response: 200 default array
app.get('/list', (req, res) => res.json([1, 2]))

// None of these answers a request.
export function quiet(cache: any, socket: any) {
  cache.status('ready')
  socket.json({ error: 'x' })
  JSON.stringify({ error: 'x' })
}

// A step before the one that gives the status, and one behind it.
app.get('/full', (req, res) => {
  res.status(503).set('Retry-After', '30')
  // response: 503 {error} sets retry-after
  res.json({ error: 'Full' })
})
