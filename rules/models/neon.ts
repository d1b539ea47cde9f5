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
