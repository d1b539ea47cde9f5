import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

const app = new Hono()

app.get('/users/:id', async (c) => {
  const user = await load(c.req.param('id'))
  // response: 404 {error, code}
  if (!user) return c.json({ error: 'No such user', code: 404 }, 404)
  // response: 200 default {id}
  return c.json({ id: user.id })
})

app.post('/users', async (c) => {
  // response: 400 text
  if (!c.req.header('x')) return c.text('A header is needed', 400)
  c.status(201)
  // response: 201 {id}
  return c.json({ id: 1 })
})

app.get('/gone', (c) => {
  // response: 410 text exception
  throw new HTTPException(410, { message: 'Gone' })
})

// response: 204 empty
app.get('/empty', (c) => c.body(null, 204))

// A client's answer is not the server's.
export async function quiet(client: any) {
  const found = await client.json({ error: 'x' })
  return found.text
}
