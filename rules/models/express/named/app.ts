import express from 'express'
import { PATHS, SHELF_ROUTE } from './paths'

const app = express()
const ROUTES = { base: '/globes', byId: '/globes/:id', parts: { stands: '/globes/:id/stands' } } as const

// route: GET /globes open
app.get(ROUTES.base, (req, res) => res.json([]))
// route: GET /globes/:id open
app.get(ROUTES.byId, (req, res) => res.json({}))
// route: GET /globes/:id/stands open
app.get(ROUTES.parts.stands, (req, res) => res.json([]))
// route: GET /atlases open
app.get(PATHS.atlases.list, (req, res) => res.json([]))
// route: GET /rulers open
app.get(PATHS.rulers.list, (req, res) => res.json([]))
// route: GET /shelf/books/:id open
app.get(`/shelf/${SHELF_ROUTE.BOOKS}/:id`, (req, res) => res.json({}))
