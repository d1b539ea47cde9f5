import { drizzle } from 'drizzle-orm/node-postgres'
import { eq } from 'drizzle-orm'
import { users, teams } from './schema'

const db = drizzle(process.env.DATABASE_URL!)

const tables = { user: { table: users, id: 'u1' }, team: { table: teams, id: 't1' } }

// Each reads another table.
export async function namesOf(kinds: ('user' | 'team')[]) {
  return Promise.all(
    kinds.map((kind) => {
      const { table, id } = tables[kind]
      // ok: sql/n-plus-one
      return db.select().from(table).where(eq(table.id, id))
    }),
  )
}

export async function membersOf(ids: string[]) {
  return Promise.all(
    ids.map((id) => {
      // ruleid: sql/n-plus-one
      return db.select().from(users).where(eq(users.teamId, id))
    }),
  )
}
