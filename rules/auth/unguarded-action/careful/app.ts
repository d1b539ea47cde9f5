import express from 'express'
import { requireUser } from './guard'
import { carts } from './routes/carts'
import { invoices } from './routes/invoices'
import { labels } from './routes/labels'
import { members } from './routes/members'
import { notes } from './routes/notes'
import { orders } from './routes/orders'
import { pulses } from './routes/pulses'
import { teams } from './routes/teams'

const app = express()
app.use('/pulses', pulses)
app.use('/teams', teams)
app.use(requireUser)
app.use('/carts', carts)
app.use('/invoices', invoices)
app.use('/labels', labels)
app.use('/members', members)
app.use('/notes', notes)
app.use('/orders', orders)
