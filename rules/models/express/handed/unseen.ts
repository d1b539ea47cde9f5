import type { Express } from 'express'

// Somebody hands the application over, and nothing shows what stands before it there.
export function orders(app: Express) {
  // route: POST /unseen unknown
  app.post('/unseen', (req, res) => res.json({}))
}
