import { Router } from 'express'

export const labels = Router()
// ok: auth/unguarded-action
labels.post('/', (req, res) => res.status(201).json(save(req.body)))
labels.delete('/:id', (req, res) => res.json(remove(req.params.id)))
