import express from 'express'
import { Routes } from './routes.interface'

export class App {
  public app: express.Application

  constructor(routes: Routes[]) {
    this.app = express()
    this.initializeRoutes(routes)
  }

  private initializeRoutes(routes: Routes[]) {
    routes.forEach((route) => {
      this.app.use('/shop', route.router)
    })
  }
}

export default class Office {
  public app: express.Application

  constructor({ middleware, controllers }) {
    this.app = express()
    middleware.forEach((one) => this.app.use(one))
    for (const controller of controllers) this.app.use(controller.path, controller.router)
  }
}
