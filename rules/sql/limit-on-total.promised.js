const { Enrolment } = require('./models')

exports.points = (req, res, next) => {
  // ruleid: sql/limit-on-total
  Enrolment.findAll({ where: { studentId: req.params.id }, limit: 30 })
    .then((rows) => res.json({ points: rows.reduce((sum, row) => sum + row.points, 0) }))
    .catch(next)
}

exports.latest = (req, res, next) => {
  // ok: sql/limit-on-total
  Enrolment.findAll({ where: { studentId: req.params.id }, limit: 30 })
    .then((rows) => res.json(rows.map((row) => row.points)))
    .catch(next)
}
