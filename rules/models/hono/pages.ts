import { Hono } from 'hono'

function makePages() {
  const app = new Hono()
  return (
    app
      // route: GET /pages open
      .get('/', (c) => c.json([]))
      // route: POST /pages/new open
      .post('/new', (c) => c.json({}))
  )
}

export const pages = makePages()
