import { Router } from 'express'
import { pool } from './database.js'

export const teams = Router()

teams.get('/', async (req, res) => {
  const order = req.query.order === 'name' ? 'name' : 'created_at'
  const rows = await pool.query('SELECT id, name FROM teams WHERE owner = $1 ORDER BY ' + order + ' LIMIT 50', [
    res.locals.user,
  ])
  res.json({ teams: rows.rows })
})

teams.get('/search', async (req, res) => {
  // The name goes into the statement as it came.
  const found = await pool.query(`SELECT id, name FROM teams WHERE name = '${req.query.name}'`)
  res.json({ teams: found.rows })
})

teams.post('/', async (req, res) => {
  if (!req.body.name) return res.status(400).json({ message: 'Name is missing' })
  const made = await pool.query('INSERT INTO teams (name, owner) VALUES ($1, $2) RETURNING id', [
    req.body.name,
    res.locals.user,
  ])
  res.status(201).json({ id: made.rows[0].id })
})

teams.delete('/:id', async (req, res) => {
  const gone = await pool.query('DELETE FROM teams WHERE id = $1 AND owner = $2', [req.params.id, res.locals.user])
  if (gone.rowCount === 0) return res.sendStatus(404)
  res.status(204).end()
})
