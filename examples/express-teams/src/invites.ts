import { Router } from 'express'
import { pool } from './database.js'

export const invites = Router()

invites.post('/', async (req, res) => {
  if (!req.body.email) {
    return res.status(400).json({ error: 'Email is missing', code: 400 })
  }
  await pool.query('INSERT INTO invites (email, team) VALUES ($1, $2)', [req.body.email, req.body.team])
  res.status(202).json({ sent: true })
})
