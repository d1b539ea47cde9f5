export class OrderService {
  // ok: structure/logic-in-route
  list(input: any) {
    const order: Record<string, number> = {};
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
    return order;
  }
}
