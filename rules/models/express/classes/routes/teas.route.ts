import { Router } from 'express'
import { Routes } from '../routes.interface'
import { TeaController } from './teas.controller'
import { authMiddleware } from './auth.middleware'

export class TeaRoute implements Routes {
  public path = '/teas'
  public router = Router()
  public teas = new TeaController()

  constructor() {
    this.initializeRoutes()
  }

  private initializeRoutes() {
    // route: GET /shop/teas open
    this.router.get(this.path, this.teas.list)
    // route: GET /shop/teas/:id authenticated
    this.router.get(`${this.path}/:id`, authMiddleware, this.teas.show)
  }
}
