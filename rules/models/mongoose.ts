import mongoose from 'mongoose'
import { Order, User } from './models'

export async function reads(id: string) {
  // query: select user where one
  await User.findById(id)
  // query: select user where limit 10
  await User.find({ active: true }).limit(10)
  // query: select user where limit 5
  await User.find({ active: true }, null, { limit: 5 })
  // query: select user all
  await User.find({})
  // query: select order all aggregate grouped
  await Order.countDocuments()
}

export async function writes(id: string) {
  // query: insert user all sets name
  const user = await User.create({ name: 'Ada' })
  // query: update user where sets name
  await User.updateOne({ _id: id }, { $set: { name: 'Ada' } })
  // query: update user all sets active
  await User.updateMany({}, { active: false })
  // query: delete user all
  await User.deleteMany({})
  // query: delete user where
  await User.deleteOne({ _id: id })
  // query: upsert user where
  await user.save()
}

export async function together(id: string) {
  const session = await mongoose.startSession()
  await session.withTransaction(async () => {
    // query: delete order where in transaction
    await Order.deleteOne({ _id: id }, { session })
  })
}

export function others(items: string[]) {
  items.find((item) => item === 'a')
  document?.Signers?.find((user) => user.objectId === 'a')
  Object.create({})
}

export async function collections(database: any, id: string) {
  const crates = database.collection('crates')
  // query: select crates where
  await crates.find({ owner: id }).toArray()
  // query: insert crates all sets label
  await crates.insertOne({ label: 'tea' })
  // query: update crates where sets label
  await crates.updateOne({ _id: id }, { $set: { label: 'tea' } })
  // query: delete crates where
  await crates.deleteOne({ _id: id })
  // query: delete crates all
  await crates.deleteMany({})
}

export async function others(crateService: any, shelf: any[]) {
  await crateService.updateOne({ id: 1 }, { label: 'tea' })
  shelf.find({ label: 'tea' } as any)
}

// A field that is declared a model, whatever it is called.
class Shelves {
  constructor(@InjectModel('Shelf') private readonly shelves: Model<Shelf>, private readonly racks: Rack[]) {}

  async tidy(id: string) {
    // query: select shelves where one
    await this.shelves.findById(id)
    // query: update shelves where sets label
    await this.shelves.updateOne({ _id: id }, { $set: { label: 'tea' } })
    // query: delete shelves all
    await this.shelves.deleteMany()
    this.racks.find({ label: 'tea' } as any)
  }
}

export async function store(bucket: any, content: Buffer) {
  await bucket.file('a').save(content, { contentType: 'image/png' })
  const target = bucket.file('b')
  return (await target.save(content, { contentType: 'image/png' })) as unknown
}
