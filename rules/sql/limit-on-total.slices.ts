import knexFactory from 'knex'

const knex = knexFactory({ client: 'pg' })

export async function spent(userId: string) {
  // ruleid: sql/limit-on-total
  const rows = await knex('expenses').where({ user_id: userId })
  const recent = rows.slice(0, 50)
  const total = recent.reduce((sum, row) => sum + row.amount, 0)
  return total
}

export async function spentAtOnce(userId: string) {
  // ruleid: sql/limit-on-total
  const rows = (await knex('expenses').where({ user_id: userId }).select('amount')).slice(0, 50)
  return rows.reduce((sum, row) => sum + row.amount, 0)
}

export async function page(userId: string) {
  // ok: sql/limit-on-total
  const rows = await knex('expenses').where({ user_id: userId })
  const total = rows.reduce((sum, row) => sum + row.amount, 0)
  return { items: rows.slice(0, 20), total }
}

export async function rest(userId: string) {
  // ok: sql/limit-on-total
  const rows = await knex('expenses').where({ user_id: userId })
  return rows.slice(1).reduce((sum, row) => sum + row.amount, 0)
}
