import { Router } from 'express'

export const carts = Router()
// ok: auth/unguarded-action
carts.post('/', (req, res) => res.status(201).json(save(req.body)))
carts.delete('/:id', (req, res) => res.json(remove(req.params.id)))
