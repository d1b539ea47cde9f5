const { Op } = require('sequelize')
const { Student } = require('./models')

exports.reward = (req, res, next) => {
  Student.findByPk(req.params.id)
    .then((student) => {
      student.credits += req.body.amount
      // ruleid: sql/read-modify-write
      return student.save()
    })
    .then((student) => res.json({ credits: student.credits }))
    .catch(next)
}

exports.rename = (req, res, next) => {
  Student.findByPk(req.params.id)
    .then((student) => {
      student.name = req.body.name
      // ok: sql/read-modify-write
      return student.save()
    })
    .catch(next)
}
