import express from 'express'
import { describe } from './orders'
import { countVisit, onlyMembers } from './orders.guard'

const app = express()

// `./orders.guard` is a module of its own, and no part of `./orders`.
// ruleid: auth/missing
app.post('/orders', countVisit, async (req, res) => {
  res.json(describe(await orders.insert(req.body)))
})

// ok: auth/missing
app.delete('/orders/:id', onlyMembers, async (req, res) => {
  res.json(describe(await orders.remove(req.params.id)))
})
