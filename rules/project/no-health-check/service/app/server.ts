import express from 'express'

const app = express()
// ruleid: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
app.post('/orders', (req, res) => res.json([]))
