import { Router } from "express";

const router = Router();

// ok: structure/logic-in-route
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
