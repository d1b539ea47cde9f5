import { Hono } from 'hono'
import { moor, sail } from './handlers'

// Middleware and handler are given as one.
const app = new Hono().basePath('/ports')
// route: POST /ports/moorings authenticated
app.post('/moorings', ...moor)
// route: POST /ports/sails open
app.post('/sails', ...sail)

export default app
