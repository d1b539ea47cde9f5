import { Hono } from 'hono'

export const maps = new Hono()
// route: GET /v1/maps/oceans open
maps.get('/oceans', (c) => c.json([]))
