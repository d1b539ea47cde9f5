import { Hono } from 'hono'
import { requireSession } from './session'

export default new Hono()
  // route: GET /books open
  .get('/', (c) => c.json([]))
  // route: POST /books open
  .post('/', (c) => c.json({}))
  .use(requireSession)
  // route: DELETE /books/:id authenticated
  .delete('/:id', (c) => c.json({}))
