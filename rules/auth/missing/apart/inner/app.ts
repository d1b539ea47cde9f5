import express from 'express'

// An application beside it that asks nobody who he is stands where only the others reach it.
const app = express()
// ok: auth/missing
app.put('/jobs/:id', (req, res) => res.json(change(req.params.id, req.body)))
