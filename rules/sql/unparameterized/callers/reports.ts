import { Counters, countRows, findByName, newest, rename } from './store'
import { every } from './clock'

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
