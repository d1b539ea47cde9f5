import knex from 'knex'

const db = knex({ client: 'pg' })

export async function reads(id: number) {
  // query: select users where one
  await db('users').where({ id }).first()
  // query: select users all limit 10
  await db('users').select('name').limit(10)
  // query: select users where
  await db.raw('SELECT id FROM users WHERE id = ?', [id])
  // query: select orders all aggregate
  await db('orders').count('id')
}

export async function writes(id: number) {
  // query: insert users all sets name
  await db('users').insert({ name: 'Ada' })
  // query: update users where sets name
  await db('users').where({ id }).update({ name: 'Ada' })
  // query: delete users all
  await db('users').del()
}

export async function writesTableLast(id: number) {
  // query: insert users all sets name
  await db.insert({ name: 'Ada' }).into('users').returning('*')
  // query: update users where sets name
  await db.update({ name: 'Ada' }).from('users').where({ id })
  // query: delete users where
  await db.delete().from('users').where({ id })
}

export async function together(id: number) {
  await db.transaction(async (trx) => {
    // query: delete users where in transaction
    await trx('users').where({ id }).del()
  })
}

export function others(select: (name: string) => void) {
  select('users')
}

export class Shelves {
  constructor(
    private readonly deps: { db: any },
    private readonly knexClient: any,
  ) {}

  async read(id: number) {
    // query: select shelves where one
    await this.deps.db('shelves').where({ id }).first()
    // query: select shelves all aggregate
    await this.knexClient('shelves').count('* as n')
  }
}
