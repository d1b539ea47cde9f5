import { Router } from 'express'

export class CupRoute {
  public router = Router()

  constructor(private path: string) {
    // route: POST /shop/mugs/fill open
    this.router.post(`${this.path}/fill`, (req, res) => res.json({}))
  }
}
