const express = require('express')
const mysql = require('mysql2')

const pool = mysql.createPool({})
const router = express.Router()

router.get('/users', (req, res) => {
  // ruleid: api/list-unpaginated
  pool.query('SELECT id, name FROM users', (err, rows) => {
    if (err) return res.status(500).json({ error: 'No users', code: 500 })
    res.json(rows)
  })
})

router.get('/users/:id', (req, res) => {
  // ok: api/list-unpaginated
  pool.query('SELECT id, name FROM users WHERE id = ?', [req.params.id], (err, rows) => res.json(rows[0]))
})

module.exports = router
