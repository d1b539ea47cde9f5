import { Router } from 'express'
import { requireUser } from '../guard'

export const carts = Router()
// ok: auth/missing
carts.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
