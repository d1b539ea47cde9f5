import { PrismaClient } from '@prisma/client'

const prisma = new PrismaClient()
const ROLES = ['admin', 'editor']

export async function loops(pool: any, ids: string[], orders: any[]) {
  const users = []
  for (const id of ids) {
    // ruleid: sql/n-plus-one
    const { rows } = await pool.query('SELECT * FROM users WHERE id = $1', [id])
    users.push(rows[0])
  }
  for (let i = 0; i < ids.length; i++) {
    // ruleid: sql/n-plus-one
    users.push(await prisma.user.findUnique({ where: { id: ids[i] } }))
  }
  await Promise.all(orders.map(async (order) => {
    // ruleid: sql/n-plus-one
    order.user = await prisma.user.findUnique({ where: { id: order.userId } })
  }))
  // ruleid: sql/n-plus-one
  const items = await Promise.all(orders.map((order) => prisma.item.findMany({ where: { orderId: order.id } })))
  orders.forEach(async (order) => {
    const key = order.customer
    // ruleid: sql/n-plus-one
    await pool.query('SELECT name FROM customers WHERE id = $1', [key])
  })
  return { users, items }
}

export async function fine(pool: any, ids: string[], orders: any[]) {
  // ok: sql/n-plus-one
  const users = await prisma.user.findMany({ where: { id: { in: ids } } })
  for (const role of ROLES) {
    // ok: sql/n-plus-one
    await prisma.user.count({ where: { role } })
  }
  for (const chunk of chunks(ids, 100)) {
    // ok: sql/n-plus-one
    await pool.query('SELECT * FROM users WHERE id = ANY($1)', [chunk])
  }
  for (const order of orders) {
    // ok: sql/n-plus-one
    await prisma.order.update({ where: { id: order.id }, data: { seen: true } })
  }
  for (const kind of ['a', 'b']) {
    // ok: sql/n-plus-one
    await pool.query('SELECT count(*) FROM events WHERE kind = $1', [kind])
  }
  // ok: sql/n-plus-one
  for (const user of await prisma.user.findMany({ where: { active: true } })) {
    console.log(user.name)
  }
  let cursor = null
  do {
    // ok: sql/n-plus-one
    const page = await prisma.user.findMany({ take: 100, cursor })
    cursor = page.at(-1)?.id
  } while (cursor)
  const handlers = orders.map((order) => ({
    // ok: sql/n-plus-one
    load: async () => prisma.item.findMany({ where: { orderId: order.id } }),
  }))
  return { users, handlers }
}

export async function eachInItsTransaction(sessions: any[]) {
  for (const session of sessions) {
    await prisma.$transaction(async (tx) => {
      // ok: sql/n-plus-one
      const left = await tx.item.count({ where: { sessionId: session.id } })
      if (left === 0) await tx.session.delete({ where: { id: session.id } })
    })
  }
}

export async function counted(posts: any[]) {
  let index = 0
  while (index < posts.length) {
    // ruleid: sql/n-plus-one
    posts[index].replies = await prisma.post.findMany({ where: { parentId: posts[index].id } })
    index++
  }
  let start = 0
  while (start < posts.length) {
    // ok: sql/n-plus-one
    await prisma.post.findMany({ where: { parentId: { in: posts.slice(start, start + 100) } } })
    start += 100
  }
}

async function itemsOf(orderId: string) {
  // ruleid: sql/n-plus-one
  return prisma.item.findMany({ where: { orderId } })
}

async function itemsOfAll(orderIds: string[]) {
  // ok: sql/n-plus-one
  return prisma.item.findMany({ where: { orderId: { in: orderIds } } })
}

async function constants() {
  // ok: sql/n-plus-one
  return prisma.setting.findMany({ take: 5 })
}

export async function withItems(orders: any[]) {
  const all = await itemsOfAll(orders.map((order) => order.id))
  for (const order of orders) {
    order.items = await itemsOf(order.id)
    order.settings = await constants()
  }
  return all
}

async function idsFor(matcher: any) {
  switch (matcher.kind) {
    case 'tag':
      // ok: sql/n-plus-one
      return prisma.tag.findMany({ where: { name: matcher.name } })
    default:
      // ok: sql/n-plus-one
      return prisma.list.findMany({ where: { name: matcher.name } })
  }
}

export async function idsForAll(matchers: any[]) {
  return Promise.all(matchers.map((matcher) => idsFor(matcher)))
}

export async function ofEitherKind(hash: string, isRefresh: boolean) {
  const kinds = isRefresh ? (['refresh', 'access'] as const) : (['access', 'refresh'] as const)
  for (const kind of kinds) {
    // ok: sql/n-plus-one
    const token = await prisma.token.findFirst({ where: { hash, kind } })
    if (token) return token
  }
}

export async function lists(supabase: any) {
  const { data } = await supabase.from('lists').select('id').limit(10)
  for (const list of data ?? []) {
    // ruleid: sql/n-plus-one
    list.items = await pool.query('SELECT id FROM items WHERE list_id = $1', [list.id])
  }
  return data
}

export async function deductAll(amounts: number[]) {
  for (const amount of amounts) {
    // A function of the database does the work.
    // ok: sql/n-plus-one
    const result = await pool.query('SELECT * FROM deduct_from_balance($1)', [amount])
    // ruleid: sql/n-plus-one
    await pool.query('SELECT * FROM deductions, unnest($1::int[]) WHERE amount = $2', [[1], amount])
    if (!result.rows.length) return
  }
}
