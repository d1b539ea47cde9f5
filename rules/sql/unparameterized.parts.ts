import knex from 'knex'
import { Sequelize } from 'sequelize'
import { DataSource } from 'typeorm'

export function search(db: ReturnType<typeof knex>, term: string) {
  // ruleid: sql/unparameterized
  return db('notes').whereRaw(`title LIKE '%${term}%'`)
}

export function searchBound(db: ReturnType<typeof knex>, term: string) {
  // ok: sql/unparameterized
  return db('notes').whereRaw('title LIKE ?', [`%${term}%`])
}

export function older(db: ReturnType<typeof knex>, age: number) {
  // ok: sql/unparameterized
  return db('notes').whereRaw(`age > ${age}`).orderByRaw('age DESC')
}

export function ranked(db: ReturnType<typeof knex>, term: string) {
  // ruleid: sql/unparameterized
  return db('notes').select(db.raw("similarity(title, '" + term + "') AS score"))
}

export function byName(source: DataSource, name: string) {
  // ruleid: sql/unparameterized
  return source.createQueryBuilder('user', 'u').where(`u.name = '${name}'`).getMany()
}

export function byNameBound(source: DataSource, alias: string, name: string) {
  // ok: sql/unparameterized
  return source.createQueryBuilder('user', alias).where(`${alias}.name = :name`, { name }).getMany()
}

export function withPosts(source: DataSource) {
  const posts = source.createQueryBuilder('post', 'p').select('p.userId').where('p.title = :title')
  // ok: sql/unparameterized
  return source.createQueryBuilder('user', 'u').where(`u.id IN (${posts.getQuery()})`, { title: 'x' }).getMany()
}

export function scored(Note: any, term: string) {
  return Note.findAll({
    // ruleid: sql/unparameterized
    attributes: [[Sequelize.literal(`similarity(title, '${term}')`), 'score']],
  })
}

// Given back as a part of an object, it is only called with what stands in the code.
function clock(knex: any) {
  function hour(column: string) {
    // ok: sql/unparameterized
    return knex.raw(`date_trunc('hour', ${column})`)
  }
  function day(column: string) {
    // ruleid: sql/unparameterized
    return knex.raw(`date_trunc('day', ${column})`)
  }
  return { hour, day }
}

export const visitsByHour = (knex: any) => knex('visits').select({ at: clock(knex).hour('created_at') })
export const visitsByDay = (knex: any, column: string) => knex('visits').select({ at: clock(knex).day(column) })
