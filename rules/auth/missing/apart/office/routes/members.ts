import { Router } from 'express'
import { requireUser } from '../guard'

export const members = Router()
// ok: auth/missing
members.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
