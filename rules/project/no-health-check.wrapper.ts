import express from 'express'
import { checkHealth } from './health'

const router = express.Router()

function route(method, path, handler) {
  router[method](path, (req, res) => res.json(handler(req)))
}

// ok: project/no-health-check
router.get('/users', (req, res) => res.json([]))
router.get('/orders', (req, res) => res.json([]))
router.get('/teams', (req, res) => res.json([]))
route('get', '/api/health-check', checkHealth)
