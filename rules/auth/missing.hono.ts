import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'

const app = new Hono().basePath('/api')

// ruleid: auth/missing
app.post('/early', (c) => c.json({}))

app.use('/admin/*', bearerAuth({ token }))

// ok: auth/missing
app.post('/admin/books', (c) => c.json({}))

// ruleid: auth/missing
app.post('/books', (c) => c.json({}))

// ruleid: auth/missing
app.on(['POST', 'PUT'], '/shelves', (c) => c.json({}))

// Refuses whatever is asked of it.
// ok: auth/missing
app.all('/sends/*', unsupportedFeature)

const safe = new Hono()
safe.use(async (c, next) => {
  if (!c.get('user')) return c.json({ error: 'Sign in', code: 401 }, 401)
  await next()
})
safe
  // ok: auth/missing
  .post('/', (c) => c.json({}))
  // ok: auth/missing
  .delete('/:id', (c) => c.json({}))
app.route('/safe', safe)

// What is only named stands before other routes, for these methods alone.
const desks = new Hono()
desks.on(['POST', 'DELETE'], '/desks/*', bearerAuth({ token }))
// ok: auth/missing
desks.post('/desks/new', (c) => c.json({}))
// ok: auth/missing
desks.delete('/desks/:id', (c) => c.json({}))
// ruleid: auth/missing
desks.patch('/desks/:id', (c) => c.json({}))
// ruleid: auth/missing
desks.on('PUT', '/desks/*', (c) => c.json({}))
app.route('/rooms', desks)
