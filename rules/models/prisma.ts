import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function reads(id: string, ids: string[]) {
  // query: select user where one
  await prisma.user.findUnique({ where: { id } })
  // query: select user all
  await prisma.user.findMany()
  // query: select user where limit 20
  await prisma.user.findMany({ where: { id: { in: ids } }, take: 20 })
  // query: select order all aggregate
  await prisma.order.aggregate({ _sum: { amount: true } })
  // query: select order all grouped
  await prisma.order.groupBy({ by: ['status'], _count: true })
  // query: select users where
  await prisma.$queryRaw`SELECT id FROM users WHERE id = ${id}`
}

export async function writes(id: string, data: any) {
  // query: insert user all sets name
  await prisma.user.create({ data: { name: 'Ada' } })
  // query: update user where sets name, visits
  await prisma.user.update({ where: { id }, data: { name: 'Ada', visits: { increment: 1 } } })
  // query: update user all sets active
  await prisma.user.updateMany({ data: { active: false } })
  // query: delete user all
  await prisma.user.deleteMany()
  // query: upsert user where
  await prisma.user.upsert({ where: { id }, update: {}, create: data })
}

export async function together(id: string) {
  await prisma.$transaction(async (tx) => {
    // query: delete user where in transaction
    await tx.user.delete({ where: { id } })
  })
}

export function others(map: Map<string, string>, list: { find: (x: string) => string }) {
  map.delete('a')
  list.find('a')
  prisma.$disconnect()
}

export async function held(c: any, id: string) {
  // query: insert user all sets name
  await c.get('prisma').user.create({ data: { name: 'Ada' } })
  // query: delete user where
  await c.var.prisma.user.delete({ where: { id } })
}
