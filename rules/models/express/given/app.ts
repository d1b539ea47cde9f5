import express from 'express'
import { mountHerbs } from './herbs'
import { guard } from './guard'

const app = express()

function mountTools(server, base) {
  // route: GET /internal/version open
  server.get(`${base}/version`, (req, res) => res.send('1'))
  // route: POST /internal/echo open
  server.post(base + '/echo', (req, res) => res.send('ok'))
}

mountTools(app, '/internal')
mountHerbs(app, guard, '/herbs')
