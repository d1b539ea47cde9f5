import { Router } from 'express'

export const invoices = Router()
// ok: auth/unguarded-action
invoices.post('/', (req, res) => res.status(201).json(save(req.body)))
invoices.delete('/:id', (req, res) => res.json(remove(req.params.id)))
