import { Router } from 'express'

export const orders = Router()
// ok: auth/unguarded-action
orders.post('/', (req, res) => res.status(201).json(save(req.body)))
orders.delete('/:id', (req, res) => res.json(remove(req.params.id)))
