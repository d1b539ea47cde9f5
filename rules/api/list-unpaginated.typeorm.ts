import { Router } from 'express'
import { In, getRepository } from 'typeorm'

const app = Router()
const userRepository = getRepository(User)

// As many rows as there are in a list that somebody has.
app.get('/watchers', async (req, res) => {
  const ids = await watcherIds()
  // ok: api/list-unpaginated
  res.json(await userRepository.createQueryBuilder('user').where('user.plexId IN (:...ids)', { ids }).getMany())
})

app.get('/watched', async (req, res) => {
  const keys = await watchedKeys()
  // ok: api/list-unpaginated
  res.json(await getRepository(Media).find({ where: [{ ratingKey: In(keys) }, { ratingKey4k: In(keys) }] }))
})

app.get('/open-tasks', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await getRepository(Task).find({ where: { status: In(['open', 'late']) } }))
})

app.get('/followers', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await userRepository.createQueryBuilder('user').where('user.follows = true').getMany())
})

app.get('/media', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await getRepository(Media).find({ where: [{ ratingKey: In(await keys()) }, { hidden: false }] }))
})

app.get('/chosen', async (req, res) => {
  const ids = String(req.query.ids).split(',')
  // ok: api/list-unpaginated
  res.json(await userRepository.findBy({ id: In(ids) }))
})

app.get('/grown', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await userRepository.findBy({ grown: true }))
})
