import express from 'express'
import { OrderController } from './controllers/orders'

const router = express.Router()
const controller = new OrderController()
router.post('/orders', controller.create)
router.post('/invoices', controller.made)

export default router
