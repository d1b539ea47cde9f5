import express from 'express'

const app = express()
// ok: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
app.get('/monitoring', (req, res) => res.json({}))
