import { Sequelize } from 'sequelize'
import { Order, User } from './models'

const sequelize = new Sequelize('')

export async function reads(id: number) {
  // query: select user where one
  await User.findByPk(id)
  // query: select user all
  await User.findAll()
  // query: select order where limit 10
  await Order.findAll({ where: { id }, limit: 10 })
  // query: select order aggregate
  await Order.sum('amount')
  // query: select users where
  await sequelize.query('SELECT id FROM users WHERE id = :id', { replacements: { id } })
}

export async function writes(id: number) {
  // query: insert user all sets name
  const user = await User.create({ name: 'Ada' })
  // query: update user where sets active
  await User.update({ active: false }, { where: { id } })
  // query: update user all sets active
  await User.update({ active: false }, { where: {} })
  // query: delete user where
  await User.destroy({ where: { id } })
  // query: upsert user where
  await user.save()
  // query: update user where sets name
  await user.update({ name: 'Grace' })
  // query: delete user where
  await user.destroy()
}

export async function together(id: number) {
  await sequelize.transaction(async (transaction) => {
    // query: delete order where in transaction
    await Order.destroy({ where: { id }, transaction })
  })
}

export function others(socket: any, hash: any) {
  socket.destroy()
  hash.update('a')
  Object.create({})
}
