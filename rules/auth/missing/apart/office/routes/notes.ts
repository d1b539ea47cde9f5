import { Router } from 'express'
import { requireUser } from '../guard'

export const notes = Router()
// ok: auth/missing
notes.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
