const mysql = require('mysql2')

const pool = mysql.createPool({})

exports.total = (req, res) => {
  // ruleid: sql/limit-on-total
  pool.query('SELECT amount FROM orders LIMIT 100', (err, rows) => {
    res.json({ total: rows.reduce((sum, row) => sum + row.amount, 0) })
  })
}
