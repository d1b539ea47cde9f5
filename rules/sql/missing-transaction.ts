import { PrismaClient } from '@prisma/client'
import { Pool } from 'pg'
import { Connection } from 'typeorm'

const prisma = new PrismaClient()
const pool = new Pool()

export async function checkout(req: any, res: any) {
  const order = await prisma.order.create({ data: req.body })
  // ruleid: sql/missing-transaction
  await prisma.cart.delete({ where: { id: req.body.cartId } })
  // ok: sql/missing-transaction
  await prisma.stock.update({ where: { id: order.productId }, data: { amount: 1 } })
  res.status(201).json(order)
}

export async function raw(id: string) {
  await pool.query('UPDATE accounts SET balance = balance - 10 WHERE id = $1', [id])
  // ruleid: sql/missing-transaction
  await pool.query('INSERT INTO transfers (account_id, amount) VALUES ($1, 10)', [id])
}

export async function arrayOfOperations(data: any, id: string) {
  // ok: sql/missing-transaction
  await prisma.$transaction([prisma.order.create({ data }), prisma.cart.delete({ where: { id } })])
}

export async function interactive(data: any, id: string) {
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data })
    // ok: sql/missing-transaction
    await tx.cart.delete({ where: { id } })
  })
}

export async function begun(id: string) {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('UPDATE accounts SET balance = 1 WHERE id = $1', [id])
  // ok: sql/missing-transaction
  await client.query('INSERT INTO transfers (account_id) VALUES ($1)', [id])
  await client.query('COMMIT')
}

export async function branches(exists: boolean, id: string, data: any) {
  if (exists) {
    await prisma.user.update({ where: { id }, data })
  } else {
    // ok: sql/missing-transaction
    await prisma.user.create({ data })
  }
}

export async function early(exists: boolean, id: string, data: any) {
  if (exists) {
    return prisma.user.update({ where: { id }, data })
  }
  // ok: sql/missing-transaction
  return prisma.user.create({ data })
}

export async function audited(id: string, data: any) {
  await prisma.user.update({ where: { id }, data })
  // ok: sql/missing-transaction
  await prisma.auditLog.create({ data: { id } })
}

export async function given(client: any, id: string) {
  await client.query('UPDATE accounts SET balance = 1 WHERE id = $1', [id])
  // ok: sql/missing-transaction
  await client.query('INSERT INTO transfers (account_id) VALUES ($1)', [id])
}

export async function many(items: any[]) {
  for (const item of items) {
    // ok: sql/missing-transaction
    await prisma.item.create({ data: item })
  }
}

export async function begun(pool: any, id: string) {
  const connection = await pool.connect()
  await startTransaction(connection)
  await connection.query('DELETE FROM plans WHERE theme = $1', [id])
  // ok: sql/missing-transaction
  await connection.query('DELETE FROM changes WHERE theme = $1', [id])
  await commit(connection)
}

export async function inContext(connection: any, ctx: any, level: any) {
  await connection.getRepository(ctx, StockLevel).save(level)
  // ok: sql/missing-transaction
  await connection.getRepository(ctx, StockLevel).remove(level)
}

export async function byQuests(users: any[]) {
  for (const user of users) {
    const updated = await prisma.quest.updateMany({ where: { user: user.id }, data: { done: true } })
    if (updated.count > 0) {
      continue
    }
    // ok: sql/missing-transaction
    await prisma.quest.create({ data: { user: user.id, done: true } })
  }
}

export class Fields {
  async drop(id: string) {
    const client = this.service.txClient()
    await client.field.update({ where: { id }, data: { linked: null } })
    // ok: sql/missing-transaction
    await client.reference.deleteMany({ where: { id } })
  }
}

export async function reset(req: any) {
  const token = await prisma.token.delete({ where: { token: req.body.token } })
  if (token.expires < new Date()) {
    throw new Error('expired')
  }
  // ruleid: sql/missing-transaction
  await prisma.user.update({ where: { id: token.userId }, data: { password: req.body.password } })
}

export async function foundOrCreated(email: string, provider: string) {
  let userId: number | undefined
  const known = await prisma.user.findUnique({ where: { email } })
  if (known) {
    await prisma.account.create({ data: { userId: known.id, provider } })
    userId = known.id
  }
  if (!userId) {
    // ok: sql/missing-transaction
    const created = await prisma.user.create({ data: { email } })
    userId = created.id
  }
  return userId
}

export async function countedAndCreated(email: string, provider: string, userId?: number) {
  const known = await prisma.user.findUnique({ where: { email } })
  if (known) {
    await prisma.account.create({ data: { userId: known.id, provider } })
  }
  if (!userId) {
    // ruleid: sql/missing-transaction
    await prisma.user.create({ data: { email } })
  }
}

class Membership {
  constructor(private readonly prisma: PrismaClient) {}

  // Operations that wait in variables or in a list until the transaction takes them.
  async transfer(workspaceId: string, from: string, to: string) {
    const removal = this.prisma.member.delete({ where: { id: from } })
    // ok: sql/missing-transaction
    const addition = this.prisma.member.create({ data: { workspaceId, id: to } })
    const rename = this.prisma.workspace.update({ where: { id: workspaceId }, data: { ownerId: to } })
    await this.prisma.$transaction([removal, addition, rename])
  }

  async rotate(secretId: string, environments: string[]) {
    const operations = [this.prisma.secret.update({ where: { id: secretId }, data: { rotatedAt: new Date() } })]
    for (const environmentId of environments) {
      // ok: sql/missing-transaction
      operations.push(this.prisma.secretVersion.create({ data: { secretId, environmentId } }))
    }
    return this.prisma.$transaction(operations)
  }

  collect(secretId: string) {
    const operations = []
    operations.push(this.prisma.secret.create({ data: { id: secretId } }))
    // ok: sql/missing-transaction
    operations.push(this.prisma.secretVersion.create({ data: { secretId } }))
    return operations
  }

  async together(secretId: string) {
    const operations = []
    operations.push(this.prisma.secret.create({ data: { id: secretId } }))
    // ruleid: sql/missing-transaction
    operations.push(this.prisma.secretVersion.create({ data: { secretId } }))
    await Promise.all(operations)
  }

  async halfway(id: string, other: string) {
    const removal = this.prisma.member.delete({ where: { id } })
    await this.prisma.$transaction([removal])
    await this.prisma.audience.delete({ where: { id: other } })
    // ruleid: sql/missing-transaction
    await this.prisma.member.create({ data: { id: other } })
  }
}

// What callers hand over instead of the plain connection.
export async function onGiven(userId: string, client: any = prisma) {
  await client.order.create({ data: { userId } })
  // ok: sql/missing-transaction
  await client.cart.deleteMany({ where: { userId } })
}

// Rows of one table, some for this reason and some for that: what fails is removed the next time.
export async function forgetOld(limit: Date) {
  await prisma.notice.deleteMany({ where: { readAt: { lt: limit } } })
  // ok: sql/missing-transaction
  await prisma.notice.deleteMany({ where: { createdAt: { lt: limit } } })
  // ruleid: sql/missing-transaction
  await prisma.cart.deleteMany({ where: { createdAt: { lt: limit } } })
}
