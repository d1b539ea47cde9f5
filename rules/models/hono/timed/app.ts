import { Hono } from 'hono'
import { authMiddleware } from './auth'

const app = new Hono()
// Whatever is found out about the caller, the request is passed on behind it.
app.use('/timed/*', authMiddleware)
// route: POST /timed/notes unknown
app.post('/timed/notes', (c) => c.json({}))

export default app
