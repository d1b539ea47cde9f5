import { Request, Response } from 'express'
import { Order } from '../models'

export class OrderController {
  async create(req: Request, res: Response) {
    const order = await Order.create(req.body)
    // ruleid: rest/created-status
    return res.json(order)
  }

  async made(req: Request, res: Response) {
    const order = await Order.create(req.body)
    // ok: rest/created-status
    return res.status(201).json(order)
  }

  // No route names it.
  async unused(req: Request, res: Response) {
    const order = await Order.create(req.body)
    // ok: rest/created-status
    return res.json(order)
  }
}
