import express from 'express'
import Kites from './kites'
import { caught } from './caught'

const { Router } = express
const { fly, land } = Kites

const kites = Router()
// route: GET /kites open
kites.get('/', caught(fly))
// route: POST /kites/land authenticated
kites.post('/land', caught(land))

const app = express()
app.use('/kites', kites)
