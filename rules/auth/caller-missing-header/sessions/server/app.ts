import express from 'express'
import { userRepository } from './users'

const app = express()

app.use(async (req, res, next) => {
  if (req.session?.userId) req.user = await userRepository.findOne(req.session.userId)
  next()
})

const isOwnProfile = () => (req, res, next) => {
  if (!req.user?.hasPermission('manage') && req.user?.id !== Number(req.params.id)) {
    return next({ status: 403, message: 'You do not have permission to do that.' })
  }
  next()
}

app.post('/api/users/:id/settings', isOwnProfile(), (req, res) => res.json({}))
