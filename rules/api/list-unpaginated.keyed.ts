import express from 'express'
import knex from 'knex'
import { Kysely } from 'kysely'
import { createClient } from '@supabase/supabase-js'

const app = express()
const db = knex({ client: 'pg' })
const boats = new Kysely<any>({} as any)
const supabase = createClient(process.env.URL, process.env.KEY)

// A text names the key before what it is compared with.
app.get('/crates', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await db('crates').select('label').whereIn('id', req.body.ids))
})

app.get('/barrels', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await db('barrels').select('label').where('barrels.id', '=', req.query.id))
})

app.get('/boats', async (req, res) => {
  // ok: api/list-unpaginated
  res.json(await boats.selectFrom('boats').select('name').where('id', 'in', req.body.ids).execute())
})

app.get('/ropes', async (req, res) => {
  // ok: api/list-unpaginated
  const { data } = await supabase.from('ropes').select('length').in('id', req.body.ids)
  res.json(data)
})

app.get('/sails', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await boats.selectFrom('sails').select('area').where('harbour', '=', req.query.harbour).execute())
})

app.get('/anchors', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await db('anchors').select('weight').where('id', '>', req.query.after))
})

app.get('/masts', async (req, res) => {
  // ruleid: api/list-unpaginated
  res.json(await db('masts').select('height').whereNot('id', req.query.id))
})
