import { neon } from '@neondatabase/serverless'

const sql = neon('')

export async function queries(id: number) {
  // query: select users where
  await sql`SELECT id FROM users WHERE id = ${id}`
  // query: update users where sets name
  await sql('UPDATE users SET name = $1 WHERE id = $2', ['Ada', id])
}

export function others(css: any) {
  return css`color: red`
}

export async function given(id: number) {
  // query: select crates where
  return sql`SELECT id FROM crates WHERE id = ${id}`
}

export const store = {
  // query: delete crates where
  remove: (id: number) => sql`DELETE FROM crates WHERE id = ${id}`,
}

export async function each(ids: number[]) {
  // query: select jars where
  await Promise.all(ids.map((id) => sql`SELECT id FROM jars WHERE id = ${id}`))
  await sql.transaction(ids.map((id) => sql`SELECT id FROM jars WHERE id = ${id}`))
}
