import { Knex } from 'knex'

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
