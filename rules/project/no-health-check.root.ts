import express from 'express'

const app = express()
// ok: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
// The root says how the service is.
app.get('/', (req, res) => res.json({ status: 'ok', version: 3 }))
