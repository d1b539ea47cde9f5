import { Router } from 'express'
import { guard } from './guard'

// What is given a function by one that is given it itself says nothing of any route more.
export class Base {
  app = Router()

  route(options) {
    this.app[options.method](options.path, guard, options.handler.bind(this))
  }

  get(path, handler) {
    // route: GET ? unknown
    this.route({ method: 'get', path, handler })
  }
}
