import { knex } from './connection'

export const listShipments = () =>
  // ruleid: api/list-unpaginated
  knex('shipments').select('id', 'status').orderBy('id')

export const pageShipments = () =>
  // ok: api/list-unpaginated
  knex('shipments').select('id', 'status').orderBy('id').limit(20)
