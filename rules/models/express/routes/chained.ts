import express from 'express'
import { requireAuth } from '../middleware'

const router = express.Router()
router
  .route('/notes')
  // route: GET /chained/notes open
  .get((req, res) => res.json([]))
  .all(requireAuth)
  // route: POST /chained/notes authenticated
  .post((req, res) => res.json({}))
router
  .route('/any')
  // route: * /chained/any open
  .all((req, res) => res.json({}))

export default router
