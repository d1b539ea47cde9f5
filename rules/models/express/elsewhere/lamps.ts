import { Router } from 'express'

export class Lamps {
  path = '/lights'

  routes() {
    const router = Router()
    // route: POST /lamps/switch open
    // route: POST /more/lights/switch open
    router.post('/switch', (req, res) => res.json({}))
    return router
  }
}
