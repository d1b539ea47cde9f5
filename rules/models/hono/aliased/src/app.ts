import { Hono } from 'hono'
import routers from '@/routes/index'

const app = new Hono()
app.route('/aliased', routers)

export default app
