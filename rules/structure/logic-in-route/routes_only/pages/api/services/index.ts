// A route that is called `services` is no layer.
// ok: structure/logic-in-route
export default function handler(req, res) {
  const order: Record<string, number> = {};
  const input = req.body;
  order.step0 = input.step0 ?? 0;
  order.step1 = input.step1 ?? 0;
  order.step2 = input.step2 ?? 0;
  order.step3 = input.step3 ?? 0;
  order.step4 = input.step4 ?? 0;
  order.step5 = input.step5 ?? 0;
  order.step6 = input.step6 ?? 0;
  order.step7 = input.step7 ?? 0;
  order.step8 = input.step8 ?? 0;
  order.step9 = input.step9 ?? 0;
  res.status(201).json(order);
}
