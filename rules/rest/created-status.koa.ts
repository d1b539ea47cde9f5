import Router from '@koa/router'
import mongoose from 'mongoose'

const router = new Router()
const Order = mongoose.model('Order', schema)

router.post('/orders', async (ctx) => {
  const order = await Order.create(ctx.request.body)
  // ruleid: rest/created-status
  ctx.body = order
})

router.post('/users', async (ctx) => {
  const user = new User(ctx.request.body)
  await user.save()
  ctx.status = 201
  // ok: rest/created-status
  ctx.body = user
})

router.post('/teams', async (ctx) => {
  const team = new Team(ctx.request.body)
  await team.save()
  // ruleid: rest/created-status
  ctx.body = team
})

router.post('/plans', async (ctx) => {
  const plan = await Plan.findById(ctx.request.body.id)
  plan.name = ctx.request.body.name
  await plan.save()
  // ok: rest/created-status
  ctx.body = plan
})

router.post('/orders/:id/refund', async (ctx) => {
  await Refund.create({ order: ctx.params.id })
  // ok: rest/created-status
  ctx.body = { refunded: true }
})
