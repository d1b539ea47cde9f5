import express from 'express'

const app = express()
// ruleid: rest/singular-collection
app.get('/order/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/orders/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/categories/:id', (req, res) => res.json({}))
// ok: rest/singular-collection
app.get('/api/v1/:tenant', (req, res) => res.json({}))
