import { Hono } from 'hono'
import { OpenAPIHono, createRoute } from '@hono/zod-openapi'
import { bearerAuth } from 'hono/bearer-auth'
import { bodyLimit } from 'hono/body-limit'
import { logger } from 'hono/logger'
import { jwt } from 'hono/jwt'
import books from './books'
import described from './described'
import { pages } from './pages'
import { requireSession } from './session'

const app = new Hono()
app.use(logger())

app.use('/uploads/*', bodyLimit({ maxSize: 1024 }))
// route: POST /uploads/images open
app.post('/uploads/images', (c) => c.json({}))
// route: POST /events open
app.post('/events', (c) => c.json({}))

app.use('/admin/*', bearerAuth({ token: process.env.TOKEN }))
// route: POST /admin/users authenticated
app.post('/admin/users', (c) => c.json({}))
// Most of what a wildcard or a parameter stands for lies elsewhere.
// route: POST /* open public
app.post('/*', (c) => c.json({}))
// route: PUT /:page/users open
app.put('/:page/users', (c) => c.json({}))
app.use('/only', jwt({ secret: 'x' }))
// route: POST /only authenticated
app.post('/only', (c) => c.json({}))
// route: POST /only/below open
app.post('/only/below', (c) => c.json({}))

app.route('/books', books)

const api = new Hono().basePath('/api')
// route: POST /api/things authenticated
api.post('/things', requireSession, (c) => c.json({}))
// route: PUT /api/things open
// route: PATCH /api/things open
api.on(['PUT', 'PATCH'], '/things', (c) => c.json({}))

const documented = new OpenAPIHono()
const createNote = createRoute({ method: 'post', path: '/notes', middleware: [requireSession], responses: {} })
// route: POST /docs/notes authenticated
documented.openapi(createNote, (c) => c.json({}))
app.route('/docs', documented)
app.route('/described', described)

app.route('/pages', pages)

const value = c.get('user', fallback)

export default app
