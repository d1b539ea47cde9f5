import express from 'express'

const app = express()
// ok: project/no-health-check
app.get('/users', (req, res) => res.json([]))
app.get('/orders', (req, res) => res.json([]))
// Whatever the key is called: the word says it.
app.get('/', (req, res) => res.status(200).json({ message: 'Healthy' }))
