import { Router } from 'express'
import { requireUser } from '../guard'

export const orders = Router()
// ok: auth/missing
orders.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
