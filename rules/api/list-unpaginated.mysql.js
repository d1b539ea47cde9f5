const express = require('express')
const mysql = require('mysql2/promise')

const app = express()
const pool = mysql.createPool(process.env.DATABASE_URL)

// The driver gives the rows and what is known of their columns.
app.get('/users', async (req, res) => {
  // ruleid: api/list-unpaginated
  const [rows] = await pool.query('SELECT id, name FROM users')
  res.json(rows)
})

app.get('/teams', async (req, res) => {
  // ruleid: api/list-unpaginated
  const result = await pool.execute('SELECT id, name FROM teams')
  res.json({ teams: result[0] })
})

app.get('/tags', async (req, res) => {
  // ruleid: api/list-unpaginated
  const rows = (await pool.query('SELECT id, name FROM tags'))[0]
  res.json(rows)
})

app.get('/newest', async (req, res) => {
  // ok: api/list-unpaginated
  const [[user]] = await pool.query('SELECT id, name FROM users ORDER BY id DESC')
  res.json(user)
})

app.get('/oldest', async (req, res) => {
  // ok: api/list-unpaginated
  const [rows] = await pool.query('SELECT id, name FROM users ORDER BY id')
  res.json(rows[0])
})

app.get('/first', async (req, res) => {
  // ok: api/list-unpaginated
  const result = await pool.query('SELECT id, name FROM users ORDER BY id')
  res.json(result[0][0])
})

app.get('/called-back', (req, res) => {
  // ok: api/list-unpaginated
  pool.query('SELECT id, name FROM users ORDER BY id', (error, rows) => {
    res.json(rows[0])
  })
})

app.get('/labels', (req, res) => {
  // ruleid: api/list-unpaginated
  pool.query('SELECT id, name FROM labels', (error, rows) => {
    res.json(rows)
  })
})
