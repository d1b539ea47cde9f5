import { neon } from '@neondatabase/serverless'

const sql = neon('')

export async function queries(id: number) {
  await sql`SELECT id FROM users WHERE id = ${id}`
  await sql('UPDATE users SET name = $1 WHERE id = $2', ['Ada', id])
}

export function others(css: any) {
  return css`color: red`
}
