import _ from 'lodash'
import _join from 'lodash/join'
import _map from 'lodash/map'
import { DataSource } from 'typeorm'
import { bucketFunctions, currentUser, hiddenSlugs } from './names'

declare const clickhouse: any
declare const pool: any

// The text of a builder holds placeholders for its values.
export function counted(con: DataSource) {
  const members = con.createQueryBuilder().subQuery().select('COUNT(*)').from('members', 'm').getQuery()
  // ok: sql/unparameterized
  return con.query(`SELECT id FROM teams WHERE size <> ${members}`)
}

export function asked(con: DataSource, req: any) {
  // ruleid: sql/unparameterized
  return con.query(`SELECT id FROM teams WHERE size <> ${req.getQuery()}`)
}

// A parameter that is a text and its values.
const insertFrom = (con: DataSource, [query, values]: [string, unknown[]]) =>
  // ok: sql/unparameterized
  con.query(`INSERT INTO actions (user_id, kind) ${query} ON CONFLICT DO NOTHING`, values)

const insertBlindly = (con: DataSource, [name, values]: [string, unknown[]]) =>
  // ruleid: sql/unparameterized
  con.query(`INSERT INTO actions (user_id, kind) VALUES (1, '${name}') ON CONFLICT DO NOTHING`)

// Parameters with names that are put together.
export function chunks(ids: string[]) {
  const params = ids.reduce((all, id, index) => ({ ...all, [`pid_${index}`]: id }), {})
  const names = _join(
    _map(params, (id, name) => `{${name}:FixedString(12)}`),
    ',',
  )
  // ok: sql/unparameterized
  const query = `SELECT DISTINCT pid FROM chunks WHERE pid IN (${names})`
  return clickhouse.query({ query, query_params: params })
}

export function chunksByIndex(ids: string[]) {
  const list = ids.map((id, index) => `{v${index}:String}`).join(',')
  // ok: sql/unparameterized
  const query = `SELECT DISTINCT pid FROM chunks WHERE pid IN (${list})`
  // ok: sql/unparameterized
  const numbered = `SELECT DISTINCT pid FROM chunks WHERE pid IN (${_.map(ids, (id, index) => `$${index}`).join(',')})`
  // ruleid: sql/unparameterized
  const quoted = `SELECT DISTINCT pid FROM chunks WHERE pid IN (${_map(ids, (id) => `'${id}'`).join(',')})`
  return [query, numbered, quoted]
}

// One of a list of constants.
export function trending(period: number, label: string) {
  const days = [7, 30, 365].find((known) => known === period) ?? 7
  // ok: sql/unparameterized
  const recent = `SELECT id FROM posts WHERE created > now() - interval '${days} days'`
  const name = [label].find((known) => known !== '') ?? 'none'
  // ruleid: sql/unparameterized
  return [recent, `SELECT id FROM posts WHERE label = '${name}'`]
}

// What a module gives is there before anything is asked for; but some hold the caller at hand.
const visible = (alias: string): string => `${alias}.slug NOT IN (SELECT slug FROM niches WHERE slug IN (${hiddenSlugs}))`
// ok: sql/unparameterized
export const VIEW = `SELECT id FROM domains d WHERE ${visible('d')}`

export function perBucket(bucket: string) {
  // ok: sql/unparameterized
  return pool.query(`SELECT ${bucketFunctions[bucket]}(created) AS at FROM events`)
}

export function own(request: any) {
  // ruleid: sql/unparameterized
  return pool.query(`SELECT id FROM events WHERE owner = '${currentUser(request)}'`)
}

// Pieces that are told where they are put together.
export class Goals {
  constructor(private readonly filters: any) {}

  async chart(goal: any, kind: 'day' | 'hour') {
    const [filtersQuery, values] = this.filters.of(goal)
    const exposures = this.exposures(filtersQuery)
    const { condition: goalCondition, params } = this.condition(goal)
    return [
      // ok: sql/unparameterized
      { query: `SELECT kind, count(*) FROM (${exposures}) GROUP BY kind`, values },
      // ok: sql/unparameterized
      { query: `SELECT min(at) FROM events WHERE site = {site:String} AND (${goalCondition}) ${filtersQuery}`, params },
    ]
  }

  async byName(name: string) {
    return this.named(name)
  }

  private exposures(filtersQuery = ''): string {
    // ok: sql/unparameterized
    return `SELECT e.kind FROM exposures e WHERE e.site = {site:String} ${this.segment(filtersQuery)} GROUP BY e.kind`
  }

  private segment(filtersQuery: string): string {
    return filtersQuery ? `AND e.profile IN (SELECT profile FROM events WHERE site = {site:String} ${filtersQuery})` : ''
  }

  private condition(goal: any) {
    const key = `goal_${goal.id}`
    return { condition: `name = {${key}:String}`, params: { [key]: goal.name } }
  }

  // A method that a class keeps to itself is given what the class gives it.
  private named(name: string) {
    // ruleid: sql/unparameterized
    return pool.query(`SELECT id FROM goals WHERE name = '${name}'`)
  }

  private ordered(direction: string) {
    // ok: sql/unparameterized
    return pool.query(`SELECT id FROM goals ORDER BY created_at ${direction}`)
  }

  async newest() {
    return this.ordered('DESC')
  }
}

// A text for each of several, with a name of the program in it.
export class Archive {
  constructor(private readonly names: any) {}

  async all(kinds: string[]) {
    const column = this.names.columnFor('kind')
    // ok: sql/unparameterized
    await pool.query(`SELECT id FROM events ORDER BY ${kinds.map((kind, index) => `${column}[${index}]`).join(', ')}`)
    // ruleid: sql/unparameterized
    await pool.query(`SELECT id FROM events ORDER BY ${kinds.map((kind) => `${column}['${kind}']`).join(', ')}`)
  }
}

import { rankingFor } from "./ranking";

export async function top(db: Database, metric: string) {
  // What a function elsewhere chooses to order by.
  // ok: sql/unparameterized
  await db.query(`SELECT name FROM usage ORDER BY ${rankingFor(metric)} DESC`);
}
