import { knex } from './connection'

export const all = () =>
  // ruleid: api/list-unpaginated
  knex.select('id', 'name').from('carriers')
