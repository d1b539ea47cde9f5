const sqlite3 = require('sqlite3')

const db = new sqlite3.Database('app.db')

exports.score = (req, res) => {
  db.get('SELECT points FROM players WHERE id = ?', [req.body.id], function (err, row) {
    if (err) return res.sendStatus(500)
    // ruleid: sql/read-modify-write
    db.run('UPDATE players SET points = ? WHERE id = ?', [row.points + 1, req.body.id], () => res.sendStatus(204))
  })
}
