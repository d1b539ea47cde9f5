import { Router } from 'express'

export const pulses = Router()

// ruleid: auth/unguarded-action
pulses.post('/', (req, res) => res.status(201).json(save(req.body)))
