import { Router } from 'express'

export default class DeskController {
  readonly path: string = '/desks'
  router = Router()

  constructor() {
    // route: GET /desks unknown
    this.router.get('/', this.list)
    // route: DELETE /desks/:id unknown
    this.router.route('/:id').delete(this.remove)
  }

  list = (req, res) => res.json([])
  remove = (req, res) => res.sendStatus(204)
}
