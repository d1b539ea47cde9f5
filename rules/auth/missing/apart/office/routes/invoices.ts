import { Router } from 'express'
import { requireUser } from '../guard'

export const invoices = Router()
// ok: auth/missing
invoices.delete('/:id', requireUser, (req, res) => res.json(remove(req.params.id)))
