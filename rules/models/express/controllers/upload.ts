import { Router } from 'express'

export class UploadController {
  router = Router()

  constructor() {
    // route: POST /uploads open
    this.router.post('/', this.create.bind(this))
    // route: DELETE /uploads/:id authenticated
    this.router.delete('/:id', this.remove.bind(this))
  }

  async create(req, res) {
    res.json({})
  }

  async remove(req, res) {
    if (!req.user) return res.status(401).end()
    res.json({})
  }
}
