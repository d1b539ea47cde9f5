const mysql = require('mysql2')

const pool = mysql.createPool({})

exports.total = (req, res) => {
  // ruleid: sql/limit-on-total
  pool.query('SELECT amount FROM orders LIMIT 100', (err, rows) => {
    res.json({ total: rows.reduce((sum, row) => sum + row.amount, 0) })
  })
}

exports.counted = (req, res) => {
  // ruleid: sql/limit-on-total
  pool.query('SELECT amount FROM orders LIMIT 100', function (err, rows) {
    var sum = 0
    for (var i = 0; i < rows.length; i++) sum += rows[i].amount
    res.json({ sum: sum })
  })
}

exports.listed = (req, res) => {
  // ok: sql/limit-on-total
  pool.query('SELECT name FROM orders LIMIT 100', function (err, rows) {
    var text = ''
    for (var i = 0; i < rows.length; i++) text += '<li>' + rows[i].name
    res.send(text)
  })
}
