import knex from 'knex'

const db = knex({ client: 'pg' })

export async function reads(id: number) {
  await db('users').where({ id }).first()
  await db('users').select('name').limit(10)
  await db.raw('SELECT id FROM users WHERE id = ?', [id])
  await db('orders').count('id')
}

export async function writes(id: number) {
  await db('users').insert({ name: 'Ada' })
  await db('users').where({ id }).update({ name: 'Ada' })
  await db('users').del()
}

export async function together(id: number) {
  await db.transaction(async (trx) => {
    await trx('users').where({ id }).del()
  })
}

export function others(select: (name: string) => void) {
  select('users')
}
