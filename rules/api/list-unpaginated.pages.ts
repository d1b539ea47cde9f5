import Fastify from 'fastify'
import { Pool } from 'pg'

const pool = new Pool()
const app = Fastify()

// A page is made in code.
app.get('/music', async (request) => {
  const { page, limit } = request.query as any
  // ok: api/list-unpaginated
  const result = await pool.query('SELECT id, title FROM music ORDER BY id')
  return makePage(result.rows, page, limit)
})

app.get('/films', async () => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, title FROM films ORDER BY id')
  return { items: rows.slice(0, 20) }
})

app.get('/books', async () => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, title FROM books ORDER BY id')
  return translate(rows, 'title')
})

app.get('/authors', async () => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM authors ORDER BY id')
  return { authors: rows, count: rows.length }
})

app.get('/publishers', async () => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT id FROM publishers WHERE active')
  return { count: rows.length }
})
