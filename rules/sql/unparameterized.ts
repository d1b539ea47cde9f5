import { Pool } from 'pg'
import { sql } from 'drizzle-orm'
import { TABLE_PREFIX } from './config'

const pool = new Pool()
const SORTABLE = { name: 'name', created: 'created_at' }
const COLUMNS = ['id', 'name']
const PAGE_SIZE = 20

export async function templates(req: any, userId: number, email: string) {
  // ruleid: sql/unparameterized
  await pool.query(`SELECT * FROM users WHERE email = '${req.body.email}'`)
  // ok: sql/unparameterized
  await pool.query('SELECT * FROM users WHERE email = $1', [email])
  // ok: sql/unparameterized
  await pool.query(`SELECT * FROM users WHERE id = ${userId}`)
  // ok: sql/unparameterized
  await pool.query(`SELECT ${COLUMNS.join(', ')} FROM users LIMIT ${PAGE_SIZE}`)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM ${TABLE_PREFIX}_users`)
  // ok: sql/unparameterized
  await pool.query(`SELECT id FROM users OFFSET ${Number(req.query.page) * 10}`)
  await pool.query(
    // ruleid: sql/unparameterized
    `UPDATE users
     SET name = '${req.body.name}'
     WHERE id = ${userId}`,
  )
}

export async function concatenations(req: any, client: any) {
  // ruleid: sql/unparameterized
  const q = 'SELECT * FROM users WHERE name = \'' + req.query.name + '\''
  await client.query(q)
  // ruleid: sql/unparameterized
  await client.query('DELETE FROM users WHERE id = ' + req.params.id)
  // ruleid: sql/unparameterized
  await client.query('SELECT id ' +
    'FROM users ' +
    'WHERE name LIKE "%' + req.query.term + '%"')
  let built = 'SELECT * FROM orders WHERE 1 = 1'
  if (req.query.status) {
    // ruleid: sql/unparameterized
    built += ` AND status = '${req.query.status}'`
  }
  // ok: sql/unparameterized
  await client.query(built)
  let numbered = 'SELECT * FROM orders WHERE 1 = 1'
  const values: string[] = []
  if (req.query.status) {
    values.push(req.query.status)
    // ok: sql/unparameterized
    numbered += ` AND status = $${values.length}`
  }
  await client.query(numbered, values)
  // ok: sql/unparameterized
  await client.query('SELECT id, ' + 'name ' + 'FROM users')
}

export async function lists(ids: string[], client: any, sort: string, direction: 'ASC' | 'DESC') {
  const marks = ids.map(() => '?').join(', ')
  // ok: sql/unparameterized
  await client.query(`SELECT * FROM users WHERE id IN (${marks})`, ids)
  // ok: sql/unparameterized
  await client.query(`SELECT * FROM users WHERE id IN (${ids.map((_, i) => `$${i + 1}`).join(',')})`, ids)
  // ruleid: sql/unparameterized
  await client.query(`SELECT * FROM users WHERE id IN (${ids.join(',')})`)
  // ok: sql/unparameterized
  await client.query(`SELECT * FROM users ORDER BY ${SORTABLE[sort as 'name']} ${direction}`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT * FROM users ORDER BY ${sort}`)
}

export async function checked(column: string, client: any) {
  if (!COLUMNS.includes(column)) throw new Error('Unknown column')
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM users ORDER BY ${column}`)
}

export async function tags(db: any, prisma: any, email: string) {
  // ok: sql/unparameterized
  await db.execute(sql`SELECT * FROM users WHERE email = ${email}`)
  // ok: sql/unparameterized
  await prisma.$queryRaw`SELECT * FROM users WHERE email = ${email}`
  // ruleid: sql/unparameterized
  await prisma.$queryRawUnsafe(`SELECT * FROM users WHERE email = '${email}'`)
}

export function stored(name: string) {
  // ruleid: sql/unparameterized
  return `SELECT id FROM users WHERE name = '${name}'`
}

export function spoken(name: string) {
  // ok: sql/unparameterized
  console.log(`Select from the menu: ${name}`)
  // ok: sql/unparameterized
  throw new Error(`DELETE FROM users WHERE id = ${name} failed`)
}

const q = quoteIdentifier

export async function names(req: any, client: any, table: string, column: string, ids: number[]) {
  // ok: sql/unparameterized
  await client.query(`SELECT ${column} FROM ${table} WHERE ${column} = $1`, [ids[0]])
  // ok: sql/unparameterized
  await client.query(`ALTER TABLE ${table} ADD COLUMN ${q(column)} text DEFAULT ${client.now}`)
  // ok: sql/unparameterized
  await client.query(`SELECT ${Columns.user.id} FROM ${Tables.user} WHERE ${Columns.user.kind} = '${Kinds.admin.value}'`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM ${req.query.table}`)
  const chosen = req.body.table
  // ruleid: sql/unparameterized
  await client.query(`DELETE FROM ${chosen} WHERE id = $1`, [1])
  await drop(client, req.params.name)
}

async function drop(client: any, name: string) {
  // ruleid: sql/unparameterized
  await client.query(`DROP TABLE ${name}`)
}

const KIND = 'admin'

export async function constants(db: any, term: string) {
  // ok: sql/unparameterized
  await db.execute(sql`SELECT id FROM users WHERE kind = ${KIND} AND name = ${term} ${term ? sql`LIMIT 1` : sql``}`)
}

export async function pieces(client: any, search: { query: string }, parts: string[], name: string, ids: string[]) {
  // ok: sql/unparameterized
  await client.query(`SELECT count(*) FROM traces t WHERE t.deleted = false AND ${search.query}`)
  const rules: string[] = []
  for (const part of parts) rules.push(`SELECT parent, child FROM (${part})`)
  // ok: sql/unparameterized
  await client.query(`WITH rules AS (${rules.join(' UNION ALL ')}) SELECT parent FROM rules`)
  const conditions: string[] = []
  if (name) conditions.push(`name = '${name}'`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM users WHERE ${conditions.join(' AND ')}`)
  const mark = () => '?'
  // ok: sql/unparameterized
  await client.query('DELETE FROM users WHERE id IN (' + ids.map(mark).join(',') + ')', ids)
}

interface Vote {
  imageId: number
  tagId: number
  label: string
}

export async function typed(client: any, votes: Vote[], numbers: number[], app: any) {
  const values = votes.map((vote) => `(${vote.imageId}, ${vote.tagId})`).join(', ')
  // ok: sql/unparameterized
  await client.query(`DELETE FROM votes WHERE (image_id, tag_id) IN (VALUES ${values})`)
  // ok: sql/unparameterized
  await client.query(`DELETE FROM votes WHERE image_id IN (${numbers.join(',')})`)
  const labels = votes.map((vote) => `'${vote.label}'`).join(', ')
  // ruleid: sql/unparameterized
  await client.query(`DELETE FROM votes WHERE label IN (${labels})`)
}

export async function made(client: any, req: any, search: any) {
  const schema = await schemaOf(req.body.app)
  // ok: sql/unparameterized
  await client.query(`SELECT count(*) FROM ${schema}.rows WHERE author = $1`, [req.body.author])
  const column = decodeURIComponent(req.query.column)
  // ruleid: sql/unparameterized
  await client.query(`SELECT ${column} FROM rows`)
  const inTitle = search.matchExpression('title')
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM books WHERE ${inTitle} AND shelf = :shelf`)
}

export async function constrain(client: any, params: { table: string; name: string }, isLocal = false) {
  // ok: sql/unparameterized
  await client.query(`ALTER TABLE ${params.table} DROP CONSTRAINT "${params.name}"`)
  // ok: sql/unparameterized
  await client.query(`SELECT set_config('app.user', $1, ${isLocal})`, ['1'])
}

class ClickHouseQuery {
  private values: unknown[] = []
  addQueryValue(value: unknown, type: string) {
    this.values.push(value)
    return `{v${this.values.length}:${type}}`
  }
}

export async function counted(clickhouse: any, workspace: string, qb: any) {
  // ok: sql/unparameterized
  await clickhouse.query({ query: `SELECT count() FROM events WHERE workspace = ${qb.addQueryValue(workspace, 'String')}` })
  // ok: sql/unparameterized
  await clickhouse.query({ query: `SELECT count() FROM events WHERE created_at >= '${formatClickhouseDate(workspace)}'` })
  // ruleid: sql/unparameterized
  await clickhouse.query({ query: `SELECT count() FROM events WHERE workspace = '${workspace}'` })
}

export function dump(stream: any, table: string, rows: string[]) {
  for (const row of rows) {
    // ok: sql/unparameterized
    const statement = `INSERT INTO orders VALUES (${row});\n`
    stream.write(statement)
  }
  // ruleid: sql/unparameterized
  const kept = `DELETE FROM orders WHERE label = '${table}'`
  stream.write(kept)
  return kept
}

type PageOf = { owner: string; take: number }

export async function pages(client: any, { owner, take }: PageOf, paths: string[]) {
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE owner = $1 LIMIT ${take}`, [owner])
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE owner = '${owner}' LIMIT ${take}`)
  const escaped = paths.map((path) => `'${escapeSqlLiteral(path)}'`).join(', ')
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE path IN (${escaped})`)
}

export async function byBranch(client: any, req: any) {
  let query
  if (req.query.name) {
    // ruleid: sql/unparameterized
    query = `SELECT id FROM pages WHERE name = '${req.query.name}'`
  } else {
    // ok: sql/unparameterized
    query = 'SELECT id, name, owner, size, created_at FROM pages ORDER BY created_at DESC LIMIT 100'
  }
  return client.query(query)
}

const pageInput = z.object({ owner: z.string(), size: z.coerce.number().min(1).default(50) })

export async function procedure(client: any, { input: { owner, size }, first = 0 }: { input: Page; first: any }) {
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE owner = $1 LIMIT ${size} OFFSET ${first}`, [owner])
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE owner = '${owner}' LIMIT ${size}`)
}

const ofAlias = (alias: string) => `${alias}.hidden = false`
// ok: sql/unparameterized
const total = (fields: string) => `SELECT ${fields} FROM pages p WHERE ${ofAlias('p')}`
const named = (name: string) => `'${name}'`

export async function totals(client: any, notify: any, req: any) {
  await client.query(total('COUNT(*)'))
  await client.query(total('SUM(size)'))
  const [query, values] = notify.getQueryAndParameters()
  // ok: sql/unparameterized
  await client.query(`INSERT INTO notices (owner, page) ${query} ON CONFLICT DO NOTHING`, values)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE name = ${named(req.query.name)}`)
}

export async function sorted(client: any, req: any) {
  const sortable = ['name', 'size']
  const sort = sortable.includes(String(req.query.sort)) ? req.query.sort : 'name'
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages ORDER BY ${sort}`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages ORDER BY ${req.query.order}`)
}

// Columns of which a choice gives one, with the value that they are compared with.
export async function scoped(client: any, req: any) {
  const [key, value] = req.query.team ? ['team_id', req.query.team] : ['user_id', req.query.user]
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE ${key} = $1`, [value])
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE ${key} = '${value}'`)
}

function nameFilter(name: string) {
  return "name LIKE '%" + name + "%'"
}

const idFilter = (name: string) => (name ? 'name LIKE ?' : '1 = 1')

export async function filtered(client: any, name: string) {
  // ruleid: sql/unparameterized
  await client.query('SELECT id FROM pages WHERE ' + nameFilter(name))
  // ok: sql/unparameterized
  await client.query('SELECT id FROM pages WHERE ' + idFilter(name), [name])
}

// What a tag makes parameters of, and what it is told to put in as it is.
export async function told(db: any, req: any) {
  const term = String(req.query.term)
  // ok: sql/unparameterized
  await db.execute(sql`SELECT id FROM pages WHERE name LIKE ${`%${term}%`}`)
  // ruleid: sql/unparameterized
  await db.execute(sql`SELECT id FROM pages WHERE ${sql.raw(`name LIKE '%${term}%'`)}`)
  const direction = sql.raw(req.query.order === 'desc' ? 'DESC' : 'ASC')
  // ok: sql/unparameterized
  await db.execute(sql`SELECT id FROM pages ORDER BY name ${direction}`)
}

// A value that a function of the program quotes, with its text in a member.
export async function quotedByHand(client: any, name: string, quoteSqlLiteral: any, nameSqlLiteral: any) {
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE name = ${quoteSqlLiteral(name).sql}`)
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE name = ${nameSqlLiteral(name)}`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE name = ${client.lookup(name).label}`)
}

class Span {
  constructor(private days: number, private label: string) {}
  get interval() {
    return this.days === 1 ? '1 DAY' : '1 WEEK'
  }
  get caption() {
    return this.label
  }
}

export async function spans(client: any, span: Span) {
  // ok: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE created > NOW() - INTERVAL '${span.interval}'`)
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM pages WHERE caption = '${span.caption}'`)
}

// Placeholders that a callback with a body makes one by one.
export async function link(sequelize: any, projects: number[], riskId: number) {
  const replacements: Record<string, number> = { riskId }
  const rows = projects
    .map((_, index) => {
      replacements[`project_${index}`] = projects[index]
      return `(:project_${index}, :riskId)`
    })
    .join(', ')
  // ok: sql/unparameterized
  await sequelize.query(`INSERT INTO links (project_id, risk_id) VALUES ${rows}`, { replacements })
}

export async function linkAsText(sequelize: any, names: string[]) {
  const rows = names
    .map((name) => {
      return `('${name}')`
    })
    .join(', ')
  // ruleid: sql/unparameterized
  await sequelize.query(`INSERT INTO links (name) VALUES ${rows}`)
}

// Pieces that come with their parameters, from what builds both.
export async function built(client: any, filters: any) {
  const { joins, order, values } = parseFilters(filters)
  // ok: sql/unparameterized
  await client.query(`SELECT p.id FROM pages p ${joins} LEFT JOIN users u ON u.id = p.user_id WHERE p.site = ${order} GROUP BY 1`, values)
  // ruleid: sql/unparameterized
  await client.query(`SELECT p.id FROM pages p ${joins} LEFT JOIN users u ON u.id = p.user_id WHERE p.site = ${order} GROUP BY 1`)
  const piece = parseFilters(filters)
  // ok: sql/unparameterized
  const text = `SELECT p.id FROM pages p ${piece.joins} LEFT JOIN users u ON u.id = p.user_id WHERE p.site = ${piece.order} GROUP BY 1`
  await client.query(text, piece.values)
}

// A number, or nothing.
export async function shortened(client: any, options: any) {
  const length = options.length !== undefined ? Math.max(1, Math.trunc(options.length)) : undefined
  const body = length ? `left(p.body, ${length})` : 'p.body'
  // ok: sql/unparameterized
  await client.query(`SELECT ${body} FROM pages p`)
  const given = options.after !== undefined ? options.after : undefined
  // ruleid: sql/unparameterized
  await client.query(`SELECT p.id FROM pages p WHERE p.author = ${given}`)
}

// A method that is called `get`, and a property that is computed from others, is no constant for that.
export class Shelf {
  async open(client: any) {
    const name = locate(this.label).shelf
    // ruleid: sql/unparameterized
    await client.query(`SELECT id FROM shelves WHERE name = '${name}'`)
  }

  get(key: string) {
    return 'shelf'
  }

  get label() {
    return registry.current
  }
}

export async function shelved(client: any, given: any) {
  // ruleid: sql/unparameterized
  await client.query(`SELECT id FROM shelves WHERE name = '${given.get}'`)
}

// A statement that is put together in a list.
export async function listed(req: any) {
  const parts = ['SELECT id', 'FROM users']
  if (req.query.q) parts.push("WHERE name LIKE '%" + req.query.q + "%'")
  parts.push('LIMIT 10')
  // ruleid: sql/unparameterized
  return pool.query(parts.join(' '))
}

export async function listedWithParameters(req: any) {
  const parts = ['SELECT id', 'FROM users']
  if (req.query.q) parts.push('WHERE name LIKE $1')
  if (parts.length > 2) parts.push('LIMIT 10')
  // ok: sql/unparameterized
  return pool.query(parts.join(' '), [req.query.q])
}

// A tag that says by its name that nothing is known of the rows, and makes parameters all the same.
export async function untyped(connection: any, name: string) {
  // ok: sql/unparameterized
  return connection.any(sql.unsafe`SELECT id FROM users WHERE name = ${name}`)
}
