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
