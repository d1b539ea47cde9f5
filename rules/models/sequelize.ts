import { Sequelize } from 'sequelize'
import { Order, User } from './models'

const sequelize = new Sequelize('')

export async function reads(id: number) {
  await User.findByPk(id)
  await User.findAll()
  await Order.findAll({ where: { id }, limit: 10 })
  await Order.sum('amount')
  await sequelize.query('SELECT id FROM users WHERE id = :id', { replacements: { id } })
}

export async function writes(id: number) {
  const user = await User.create({ name: 'Ada' })
  await User.update({ active: false }, { where: { id } })
  await User.update({ active: false }, { where: {} })
  await User.destroy({ where: { id } })
  await user.save()
  await user.update({ name: 'Grace' })
  await user.destroy()
}

export async function together(id: number) {
  await sequelize.transaction(async (transaction) => {
    await Order.destroy({ where: { id }, transaction })
  })
}

export function others(socket: any, hash: any) {
  socket.destroy()
  hash.update('a')
  Object.create({})
}
