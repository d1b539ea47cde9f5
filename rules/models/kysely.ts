import { Kysely } from 'kysely'
import { Database } from './database'

declare const db: Kysely<Database>

export async function reads(id: number, name?: string) {
  // query: select users where one
  await db.selectFrom('users').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
  // query: select orders all limit 10
  await db.selectFrom('orders').selectAll().orderBy('created_at').limit(10).execute()
  // query: select orders all aggregate
  await db.selectFrom('orders').select((eb) => eb.fn.countAll().as('n')).execute()
  let query = db.selectFrom('users').selectAll()
  if (name) query = query.where('name', '=', name)
  // query: select users where
  await query.execute()
}

export async function writes(id: number) {
  // query: insert users all sets name
  await db.insertInto('users').values({ name: 'Ada' }).execute()
  // query: update users where sets name
  await db.updateTable('users').set({ name: 'Ada' }).where('id', '=', id).execute()
  // query: update users all sets active
  await db.updateTable('users').set({ active: false }).execute()
  // query: delete users all
  await db.deleteFrom('users').execute()
}

export async function together(id: number) {
  await db.transaction().execute(async (trx) => {
    // query: delete users where in transaction
    await trx.deleteFrom('users').where('id', '=', id).execute()
  })
}

export function others(list: { selectFrom(name: string): string[] }) {
  return list.selectFrom('users')
}
