import { Router } from 'express'

export const members = Router()
// ok: auth/unguarded-action
members.post('/', (req, res) => res.status(201).json(save(req.body)))
members.delete('/:id', (req, res) => res.json(remove(req.params.id)))
