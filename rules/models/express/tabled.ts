import express from 'express'
import { requireAuth } from './middleware'
import * as handlers from './required/handlers'

const app = express()

const open = [
  // route: GET /tabled/shelves open
  { method: 'get', path: '/tabled/shelves', handler: (req, res) => res.json([]) },
  // route: POST /tabled/shelves open
  { method: 'post', path: '/tabled/shelves', handler: async (req, res) => res.json({}) },
]
open.forEach((route) => app[route.method](route.path, route.handler))

const guarded = [
  // route: PUT /tabled/shelves/:id authenticated
  { verb: 'PUT', url: '/tabled/shelves/:id', chain: [requireAuth], run: (req, res) => res.json({}) },
  // route: DELETE /tabled/shelves/:id authenticated
  {
    verb: 'DELETE',
    url: '/tabled/shelves/:id',
    chain: [requireAuth],
    run: (req, res) => res.json({}),
  },
  // route: PATCH /tabled/shelves/:id open
  { verb: 'PATCH', url: '/tabled/shelves/:id', chain: [], run: (req, res) => res.json({}) },
]
for (const { verb, url, chain, run } of guarded) {
  app[verb.toLowerCase()](url, chain, run)
}

const pairs = [
  // route: POST /tabled/boxes authenticated
  ['post', '/tabled/boxes', (req, res) => res.json({})],
]
for (const [method, path, handler] of pairs) app[method](path, requireAuth, handler)

// One path after the other.
const pages = [
  // route: GET /tabled/pages/:id open
  '/tabled/pages/:id',
  // route: GET /tabled/drawers open
  '/tabled/drawers',
]
pages.forEach((page) => app.get(page, (req, res) => res.sendFile('index.html')))

// What is no verb registers nothing.
const settings = [{ name: 'set', path: '/tabled/views', value: 'x' }]
settings.forEach((setting) => app[setting.name](setting.path, setting.value))
