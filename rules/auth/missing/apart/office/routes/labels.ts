import { Router } from 'express'
import { requireUser } from '../guard'

export const labels = Router()
// ok: auth/missing
labels.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
