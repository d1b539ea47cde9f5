import { Counters, countRows, findByName, newest, rename } from './store'
import { every } from './clock'
import { Pool } from 'pg'

const pool = new Pool()

const counters = new Counters()

// What it is given comes from the calls of this one.
export function sizeOf(table: 'people' | 'teams', label: string) {
  return log(label, countRows(table))
}

export function sizes(kind: string) {
  return Promise.all([countRows('people'), totals('teams')])
}

export function totals(table: string) {
  return countRows(table)
}

export function latest() {
  return Promise.all([newest('people'), newest('teams', 'name')])
}

export async function search(request: Request) {
  await counters.reset('searches')
  await findByName('nobody')
  return findByName(new URL(request.url).searchParams.get('name') ?? '')
}

rename('somebody')
every('1d', rename)

// Handed on in a list in a loop, it is not what the loop gives.
function clean(kind: string, ids: string[]) {
  for (const id of ids) {
    const done = pool.query('INSERT INTO log (kind, id) VALUES ($1, $2)', [kind, id])
  }
  // ok: sql/unparameterized
  return pool.query(`DELETE FROM log WHERE kind = '${kind}'`)
}

export const cleanAll = (ids: string[]) => [clean('people', ids), clean('teams', ids)]
