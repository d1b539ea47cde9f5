import express from 'express'
import cors from 'cors'
import rateLimit from 'express-rate-limit'
import { startListener } from './listener'
import { setupBuilds } from './setup'

const app = express()
// It registers nothing on the application that it is given.
await startListener(app)
// ok: structure/middleware-order
app.use(cors())

setupBuilds(app)
// ruleid: structure/middleware-order
app.use(rateLimit({ max: 100 }))
