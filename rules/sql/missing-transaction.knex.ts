import knex, { Knex } from 'knex'

const database = knex({ client: 'pg' })

export class Links {
  constructor(private readonly knex: Knex, private readonly client: any) {}

  async replace(table: string, ids: string[]) {
    const removal = this.knex(table).whereIn('id', ids).delete().toQuery()
    // ok: sql/missing-transaction
    const addition = this.knex(table).insert(ids.map((id) => ({ id }))).toQuery()
    await this.client.transaction([removal, addition])
  }

  async move(id: string) {
    await this.knex('links').where({ id }).delete()
    // ruleid: sql/missing-transaction
    await this.knex('moves').insert({ id })
  }
}

// The table comes after what is done with it.
export async function passwordReset(email: string, token: string) {
  await database.delete().from('reset_password').where({ email })
  // ruleid: sql/missing-transaction
  await database.insert({ email, token }).into('reset_password')
}
