import { Hono } from 'hono'
import * as exits from './exits'

const app = new Hono()
// route: POST /exits/leave unknown
app.post('/exits/leave', exits.leave)
// route: POST /exits/close authenticated
app.post('/exits/close', exits.close)

export default app
