import { Router } from 'express'

export const notes = Router()
// ok: auth/unguarded-action
notes.post('/', (req, res) => res.status(201).json(save(req.body)))
notes.delete('/:id', (req, res) => res.json(remove(req.params.id)))
