import { Router } from "express";
import * as orders from "./orders";
import { listOrders } from "./orders";

const router = Router();
router.get("/orders", listOrders);
router.post("/orders", orders.create);
// ok: size/route-handler
router.delete("/orders/:id", (req, res) => {
  orders.remove(req.params.id);
  res.status(204).end();
});
router.patch(
  "/orders/:id",
  // ruleid: size/route-handler
  function (req, res) {
    const order = orders.find(req.params.id);
    order.note = req.body.note;
    order.state = req.body.state;
    order.save();
    res.json(order);
  },
);

export default router;
