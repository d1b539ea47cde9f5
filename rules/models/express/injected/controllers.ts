import { Router } from 'express'

export class CarController {
  readonly router = Router()

  constructor() {
    // route: GET /cars open
    // route: GET /depot unknown
    this.router.get('/', this.list)
    // route: DELETE /cars/:id open
    // route: DELETE /depot/:id unknown
    this.router.delete('/:id', this.remove)
  }

  list = (req, res) => res.json([])
  remove = (req, res) => res.json({})
  feedback = (req, res) => res.json({})
}

export class TramController {
  getRouter() {
    const router = Router()
    // route: PUT /trams/:id authenticated
    // route: PUT /more-trams/:id open
    router.put('/:id', this.update)
    return router
  }

  update = (req, res) => res.json({})
}
