import { Hono } from 'hono'
import tides from '#routes/tides.js'

const routers = new Hono()
routers.route('/tides', tides)

export default routers
