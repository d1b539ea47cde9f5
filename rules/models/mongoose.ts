import mongoose from 'mongoose'
import { Order, User } from './models'

export async function reads(id: string) {
  await User.findById(id)
  await User.find({ active: true }).limit(10)
  await User.find({})
  await Order.countDocuments()
}

export async function writes(id: string) {
  const user = await User.create({ name: 'Ada' })
  await User.updateOne({ _id: id }, { $set: { name: 'Ada' } })
  await User.updateMany({}, { active: false })
  await User.deleteMany({})
  await User.deleteOne({ _id: id })
  await user.save()
}

export async function together(id: string) {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    await Order.deleteOne({ _id: id }, { session })
  })
}

export function others(items: string[]) {
  items.find((item) => item === 'a')
  Object.create({})
}
