import { Knex } from 'knex'

// Parts of one statement.
export function parts(knex: Knex, query: any, ids: string[]) {
  // ok: sql/n-plus-one
  query.unionAll(ids.map((id) => knex.select('id').from('fields').where('id', id)))
  // ruleid: sql/n-plus-one
  return Promise.all(ids.map((id) => knex.select('id').from('fields').where('id', id)))
}

export function each(knex: Knex, ids: string[]) {
  return Promise.all(
    ids.map(async (id) => {
      // ruleid: sql/n-plus-one
      return await knex('fields').where('id', id)
    }),
  )
}
