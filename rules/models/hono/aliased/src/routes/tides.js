import { Hono } from 'hono'

const tides = new Hono()
// route: GET /aliased/tides/today open
tides.get('/today', (c) => c.json([]))

export default tides
