import { createTerminus } from '@godaddy/terminus'
import express from 'express'
import http from 'node:http'

const app = express()
// ok: project/no-health-check
app.get('/oars', (req, res) => res.json([]))
app.get('/oars/:id', (req, res) => res.json({}))
app.get('/rowers', (req, res) => res.json([]))

// It answers by itself.
createTerminus(http.createServer(app), { healthChecks: { '/healthz': async () => {} }, signal: 'SIGTERM' })
