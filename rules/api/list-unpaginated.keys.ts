import express from 'express'
import { Pool } from 'pg'

const app = express()
const pool = new Pool()

// As many rows as the query names.
app.get('/users/pair', async (req, res) => {
  // ok: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id IN ($1, $2)', [req.query.a, req.query.b])
  res.json(rows)
})

app.get('/teams/members', async (req, res) => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM users WHERE team_id IN ($1, $2)', [req.query.a, req.query.b])
  res.json(rows)
})

// One placeholder may stand for any number.
app.get('/users/some', async (req, res) => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id IN ($1)', [req.query.ids])
  res.json(rows)
})

app.get('/users/active', async (req, res) => {
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id IN (SELECT user_id FROM sessions)')
  res.json(rows)
})

// As many placeholders as there are ids.
app.get('/users/chosen', async (req, res) => {
  const ids = String(req.query.ids).split(',')
  const marks = ids.map((_, i) => `$${i + 1}`).join(', ')
  // ok: api/list-unpaginated
  const { rows } = await pool.query(`SELECT id, name FROM users WHERE id IN (${marks})`, ids)
  res.json(rows)
})

app.get('/users/in-teams', async (req, res) => {
  const teams = String(req.query.teams).split(',')
  const marks = teams.map((_, i) => `$${i + 1}`).join(', ')
  // ruleid: api/list-unpaginated
  const { rows } = await pool.query(`SELECT id, name FROM users WHERE team_id IN (${marks})`, teams)
  res.json(rows)
})
