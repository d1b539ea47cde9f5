import { Sequelize, Transaction } from 'sequelize'
import { Order, Stock } from './models'

const sequelize = new Sequelize('postgres://')

// The caller's options may name a transaction.
export async function given(data: any, options: { transaction?: Transaction }) {
  await Order.create(data, options)
  // ok: sql/missing-transaction
  await Stock.update({ reserved: true }, { where: { sku: data.sku }, ...options })
}

export async function orNone(data: any, options: { transaction?: Transaction } = {}) {
  await Order.create(data, options)
  // ok: sql/missing-transaction
  await Stock.update({ reserved: true }, { ...options, where: { sku: data.sku } })
}

export async function own(data: any) {
  const options = { returning: true }
  await Order.create(data, options)
  // ruleid: sql/missing-transaction
  await Stock.update({ reserved: true }, { ...options, where: { sku: data.sku } })
}

export async function fixed(data: any) {
  await sequelize.transaction(async (transaction) => {
    await Order.create(data, { transaction })
    // ok: sql/missing-transaction
    await Stock.update({ reserved: true }, { where: { sku: data.sku }, transaction })
  })
}

// A class is no record.
export async function tidied(before: Date, unseen: Date) {
  await Order.update({ old: true }, { where: { createdAt: before } })
  // ruleid: sql/missing-transaction
  await Order.update({ seen: false }, { where: { seenAt: unseen } })
}

export function enrol(course: number, student: number) {
  return Enrolment.create({ course, student }).then((enrolment) =>
    // ruleid: sql/missing-transaction
    Course.decrement('seats', { where: { id: course } }).then(() => enrolment),
  )
}
