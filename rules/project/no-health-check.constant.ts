import express from 'express'
import { Constants } from './constants'

const app = express()
// ok: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
app.get('/teams', (req, res) => res.json([]))
app.use(Constants.healthCheckEndPoint, (req, res, next) => {
  res.send(Constants.revision)
})
