import express from 'express'
import { requireAuth } from './middleware'

export function createGuarded() {
  const app = express()
  app.use(requireAuth)
  return app
}
