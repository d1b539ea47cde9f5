import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()

export async function reads(id: string, ids: string[]) {
  await prisma.user.findUnique({ where: { id } })
  await prisma.user.findMany()
  await prisma.user.findMany({ where: { id: { in: ids } }, take: 20 })
  await prisma.order.aggregate({ _sum: { amount: true } })
  await prisma.order.groupBy({ by: ['status'], _count: true })
  await prisma.$queryRaw`SELECT id FROM users WHERE id = ${id}`
}

export async function writes(id: string, data: any) {
  await prisma.user.create({ data: { name: 'Ada' } })
  await prisma.user.update({ where: { id }, data: { name: 'Ada', visits: { increment: 1 } } })
  await prisma.user.updateMany({ data: { active: false } })
  await prisma.user.deleteMany()
  await prisma.user.upsert({ where: { id }, update: {}, create: data })
}

export async function together(id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.user.delete({ where: { id } })
  })
}

export function others(map: Map<string, string>, list: { find: (x: string) => string }) {
  map.delete('a')
  list.find('a')
  prisma.$disconnect()
}
