import express from 'express'
import { gatekeeper, passer } from '@acme/gate'

const app = express()

// route: DELETE /parcels/:id authenticated
app.delete('/parcels/:id', gatekeeper, (req, res) => res.json({}))
// route: PUT /parcels/:id open
app.put('/parcels/:id', passer, (req, res) => res.json({}))
