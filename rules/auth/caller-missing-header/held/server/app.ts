import { Hono } from 'hono'
import { protect } from './guards'

const app = new Hono()
app.use('/cups/*', protect)
app.put('/cups/:id', (c) => c.json({}))

export default app
