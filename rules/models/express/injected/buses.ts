import { Router } from 'express'
import { Container } from 'typedi'
import { BusController } from './bus-controller'

abstract class BaseRoutes {
  readonly router = Router()
  constructor() {
    this.register()
  }
  protected abstract register(): void
}

export class BusRoutes extends BaseRoutes {
  private readonly controller = Container.get(BusController)

  protected register() {
    // route: GET /buses open
    this.router.get('/', (req, res) => this.controller.list(req, res))
    // route: PUT /buses/:id open
    this.router.put('/:id', this.controller.update)
  }
}
