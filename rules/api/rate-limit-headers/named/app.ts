import express, { Router } from 'express'
import { pace } from './pace'

const app = express()

// ruleid: api/rate-limit-headers
app.get('/boats', (req, res) => res.json([]))

const harbours = Router()
harbours.use(pace)
// ok: api/rate-limit-headers
harbours.get('/:id', (req, res) => res.json({}))
app.use('/harbours', harbours)
