import express from 'express'
import { API } from './middleware/paths'

const app = express()
const api = express.Router()

// route: GET /api/v3/boxes open
api.get('/boxes', (req, res) => res.json([]))

app.use(API, api)
