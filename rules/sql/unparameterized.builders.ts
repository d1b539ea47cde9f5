import { Pool } from 'pg'
import { z } from 'zod'
import { listSchema, castQuery, rawQuery, parseFilters } from './filters'

const pool = new Pool()

// A function of the file that gives constants under names.
function order(query: any) {
  const columns: { [name: string]: string } = { name: 'u.name', created: 'u.created_at' }
  let order = 'u.created_at desc'
  if (query.sort && columns[query.sort]) {
    const direction = query.direction === 'desc' ? 'desc' : 'asc'
    order = `${columns[query.sort]} ${direction} nulls last`
  }
  return { order, given: query.sort }
}

export async function users(query: any) {
  const { order: sorted } = order(query)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users u ORDER BY ${sorted}`)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users u ORDER BY ${order(query).order}`)
  const { given } = order(query)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users u ORDER BY ${given}`)
}

// A schema says which texts there are.
const sortSchema = z.object({
  direction: z.union([z.literal('asc'), z.literal('desc')]).default('desc'),
  column: z.enum(['name', 'created_at']),
  page: z.coerce.number(),
  label: z.string(),
})

export async function sorted(req: any) {
  const { direction, column, page, label } = sortSchema.parse(req.query)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${column} ${direction} OFFSET ${page}`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${label}`)
  const unchecked = req.query
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${unchecked.column}`)
}

type ListOptions = z.infer<typeof listSchema> & { title: string }

// What the type admits is said elsewhere.
export async function listed(options: ListOptions) {
  const { sortBy, title } = options
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${sortBy === 'created' ? 'created_at' : sortBy}`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${title}`)
}

export async function plain(sortBy: string) {
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${sortBy}`)
}

// Tables of constants, and what is collected from them.
export async function collected(sorts: { key: string; direction: 'asc' | 'desc' }[], texts: string[]) {
  const columns = new Map([
    ['name', 'users.name'],
    ['created', 'users.created_at'],
  ])
  const listed = sorts.flatMap((sort) => {
    const column = columns.get(sort.key)
    return column ? [`${column} ${sort.direction}`] : []
  })
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${[...listed, 'id'].join(', ')}`)
  const folded = sorts.reduce((all: string[], sort) => {
    const column = columns.get(sort.key)
    if (column) {
      all.push(`${column} DESC`)
    }
    return all
  }, [])
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${folded.join(', ')}`)
  const mixed = texts.reduce((all, text) => all + text, '')
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users ORDER BY ${mixed}`)
}

const WORDS = ['ppc', 'paid']

function anyOf(column: string, words: string[]) {
  return words.map((word) => `${column} ilike '%${word.replace(/'/g, "''")}%'`).join(' OR ')
}

export async function matching(search: string[]) {
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM visits WHERE ${anyOf('medium', WORDS)}`)
}

// Placeholders of a template, which another function makes parameters of.
export async function templated(filters: any) {
  const { filterQuery, queryParams } = parseFilters(filters)
  // ok: sql/unparameterized
  await rawQuery(`SELECT ${castQuery('visits', 'float')} FROM visits WHERE at > {{start::date}} ${filterQuery}`, queryParams)
  const at = filters.at
  // ruleid: sql/unparameterized
  await rawQuery(`SELECT id FROM visits WHERE at > {{start::date}} AND place = '${at}'`, queryParams)
}

// Pieces one after the other are clauses.
export async function adjacent(filters: any, site: string) {
  const { clause, search } = parseFilters(filters)
  // ok: sql/unparameterized
  await rawQuery(`SELECT id FROM visits v WHERE ${clause.query} ${search.query} AND v.site IS NOT NULL`)
  // ruleid: sql/unparameterized
  await rawQuery(`SELECT id FROM visits v WHERE v.site = ${site} AND v.at IS NOT NULL`)
}

export async function addColumn(options: { table: string }) {
  const tableName = sanitizeTableName(options.table)
  // ok: sql/unparameterized
  await pool.query(`SELECT 1 FROM information_schema.columns WHERE table_name = '${tableName}'`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT 1 FROM information_schema.columns WHERE table_name = '${options.table}'`)
}

// What type a field has, nothing here tells; text would have to stand in quotation marks.
export async function daily(query: DailyQuery) {
  const { account, name } = query
  // ok: sql/unparameterized
  await pool.query(`SELECT day FROM usage WHERE account_id = ${account}`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT day FROM usage WHERE name = '${name}'`)
}

export async function dailyOf(input: { owner: string }) {
  // ruleid: sql/unparameterized
  await pool.query(`SELECT day FROM usage WHERE owner_id = ${input.owner}`)
}

export async function topOf(query: any, intervalExpr: string, ids: string[]) {
  const top = Math.min(query.top ?? DEFAULT_TOP, cap)
  const names = ids.map((id) => `'${escapeChString({ value: id })}'`).join(',')
  // ok: sql/unparameterized
  await pool.query(`SELECT toStartOfInterval(minute, ${intervalExpr}) FROM usage WHERE name IN (${names}) LIMIT ${top}`)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT day FROM usage WHERE name IN (${ids.map((id) => `'${id}'`).join(',')})`)
}

export async function ofPage(name: string, size: number) {
  const values: unknown[] = []
  const limit = `LIMIT $${values.push(size)}`
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users WHERE name = $${values.push(name)} ORDER BY id ${limit}`, values)
  // ruleid: sql/unparameterized
  await pool.query(`SELECT id FROM users WHERE name = '${values.pop()}'`)
}

class Repairs {
  _missing(entity: string) {
    // ok: sql/unparameterized
    return pool.query(`SELECT id FROM changes WHERE entity = '${entity}'`)
  }

  _missingOf(entity: string) {
    // ruleid: sql/unparameterized
    return pool.query(`SELECT id FROM changes WHERE entity = '${entity}'`)
  }

  run(entity: string) {
    this._missing('notes')
    this._missing('labels')
    this._missingOf('notes')
    this._missingOf(entity)
  }
}

export async function keep(columns: string[], row: Row) {
  // ok: sql/unparameterized
  await pool.query(`INSERT INTO users VALUES (${columns.map((column) => `@${column}`).join(', ')})`, row)
}

export async function keepAsked(req: Request) {
  const marks = Object.keys(req.body).map((key) => `@${key}`)
  // ruleid: sql/unparameterized
  await pool.query(`INSERT INTO users VALUES (${marks.join(', ')})`, req.body)
}
