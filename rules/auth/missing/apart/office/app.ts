import express from 'express'
import { carts } from './routes/carts'
import { invoices } from './routes/invoices'
import { labels } from './routes/labels'
import { members } from './routes/members'
import { notes } from './routes/notes'
import { orders } from './routes/orders'
import { teams } from './routes/teams'

const app = express()
app.use('/carts', carts)
app.use('/invoices', invoices)
app.use('/labels', labels)
app.use('/members', members)
app.use('/notes', notes)
app.use('/orders', orders)
app.use('/teams', teams)
