import express from 'express'
import { Pool } from 'pg'
import { Op } from 'sequelize'
import { Course } from './models'

const app = express()
const pool = new Pool()

app.get('/courses', (req, res, next) => {
  // ruleid: api/list-unpaginated
  Course.findAll({ order: [['title', 'ASC']] })
    .then((courses) => res.json(courses))
    .catch(next)
})

app.get('/pages', (req, res, next) => {
  // ok: api/list-unpaginated
  Course.findAll({ limit: 20 })
    .then((courses) => res.json(courses))
    .catch(next)
})

app.get('/counts', (req, res, next) => {
  // ok: api/list-unpaginated
  Course.findAll()
    .then((courses) => res.json({ count: courses.length }))
    .catch(next)
})

app.get('/teachers', (req, res, next) => {
  // ruleid: api/list-unpaginated
  pool.query('SELECT id, name FROM teachers').then(({ rows }) => res.json(rows), next)
})

app.get('/latest', (req, res, next) => {
  // ok: api/list-unpaginated
  pool.query('SELECT id, name FROM teachers').then(({ rows }) => res.json(rows[0]), next)
})

app.get('/terms', async (req, res) => {
  const [courses, teachers, paid] = await Promise.all([
    // ruleid: api/list-unpaginated
    Course.findAll(),
    // Of these only how many there are is said.
    // ok: api/list-unpaginated
    Teacher.findAll(),
    // ok: api/list-unpaginated
    Fee.findAll({ where: { paid: true } }),
  ])
  res.json({ courses, teachers: teachers.length, paid: paid.reduce((sum, fee) => sum + fee.amount, 0) })
})
