import { Router } from 'express'

export const pulses = Router()

// ruleid: auth/unguarded-action
pulses.post('/', (req, res) => res.status(201).json(save(req.body)))
// A third of what changes something may be open before a project counts as careless.
// ruleid: auth/unguarded-action
pulses.post('/beats', (req, res) => res.status(201).json(save(req.body)))
// ruleid: auth/unguarded-action
pulses.post('/rests', (req, res) => res.status(201).json(save(req.body)))
// ruleid: auth/unguarded-action
pulses.post('/marks', (req, res) => res.status(201).json(save(req.body)))
