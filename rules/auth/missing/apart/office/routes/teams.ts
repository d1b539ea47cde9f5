import { Router } from 'express'

export const teams = Router()
// ruleid: auth/missing
teams.delete('/:id', (req, res) => res.json(remove(req.params.id)))
