import { Knex } from 'knex'

export async function up(knex: Knex) {
  // ruleid: sql/unsafe-migration
  await knex.raw('ALTER TABLE users ADD COLUMN age integer NOT NULL')
  // ok: sql/unsafe-migration
  await knex.raw("ALTER TABLE users ADD COLUMN plan text NOT NULL DEFAULT 'free'")
  // ok: sql/unsafe-migration
  await knex.raw('CREATE TABLE notes (id serial PRIMARY KEY)')
  // ok: sql/unsafe-migration
  await knex.raw('ALTER TABLE notes ADD COLUMN text text NOT NULL')
}

export async function down(knex: Knex) {
  // ok: sql/unsafe-migration
  await knex.raw('ALTER TABLE users DROP COLUMN age')
}
