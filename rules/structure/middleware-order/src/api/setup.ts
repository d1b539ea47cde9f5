import type { Express } from 'express'
import builds from './builds'

export function setupBuilds(app: Express) {
  app.use('/builds', builds)
}
