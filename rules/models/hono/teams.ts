import { Hono } from 'hono'
import { teamOf } from './team'

const app = new Hono()

// What a closure in the chain leaves to a function of another file counts as that does.
app.use('/teams/*', async (c, next) => {
  const team = await teamOf(c)
  c.set('team', team)
  await next()
})
// route: POST /teams/members authenticated
app.post('/teams/members', (c) => c.json({}))

app.use('/parts/*', async (c, next) => {
  if (c.req.path.startsWith('/parts/open')) return next()
  c.set('team', await teamOf(c))
  await next()
})
// route: POST /parts/one unknown
app.post('/parts/one', (c) => c.json({}))

app.use('/switched/*', async (c, next) => {
  if (process.env.AUTH_DISABLED) return next()
  c.set('team', await teamOf(c))
  await next()
})
// route: POST /switched/off unknown
app.post('/switched/off', (c) => c.json({}))

export default app
