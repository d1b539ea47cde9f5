import { Router } from "express";
import { OrderService } from "../services/orders";

const router = Router();
const service = new OrderService();

// ruleid: structure/logic-in-route
router.post("/orders", (req, res) => {
  const order: Record<string, number> = {};
  const input = req.body;
  order.place = input.place ?? 0;
  order.cancel = input.cancel ?? 0;
  order.refund = input.refund ?? 0;
  order.ship = input.ship ?? 0;
  order.pack = input.pack ?? 0;
  order.invoice = input.invoice ?? 0;
  order.remind = input.remind ?? 0;
  order.archive = input.archive ?? 0;
  order.restore = input.restore ?? 0;
  order.split = input.split ?? 0;
  res.status(201).json(order);
});

// ok: structure/logic-in-route
router.get("/orders", async (req, res) => {
  const orders = await service.list(req.query);
  if (!orders) {
    return res.status(404).end();
  }
  return res.json(orders);
});

// ok: structure/logic-in-route
function helper(order: any, input: any) {
  order.place = input.place ?? 0;
  order.cancel = input.cancel ?? 0;
  order.refund = input.refund ?? 0;
  order.ship = input.ship ?? 0;
  order.pack = input.pack ?? 0;
  order.invoice = input.invoice ?? 0;
  order.remind = input.remind ?? 0;
  order.archive = input.archive ?? 0;
  order.restore = input.restore ?? 0;
  order.split = input.split ?? 0;
  order.total = 1;
}

export default router;
