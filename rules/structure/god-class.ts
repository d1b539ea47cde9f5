import { Injectable } from "@nestjs/common";

// ruleid: structure/god-class
export class OrderManager {
  place(order: Order) {
    this.log("place", order.id);
  }

  cancel(order: Order) {
    this.log("cancel", order.id);
  }

  refund(order: Order) {
    this.log("refund", order.id);
  }

  ship(order: Order) {
    this.log("ship", order.id);
  }

  pack(order: Order) {
    this.log("pack", order.id);
  }

  invoice(order: Order) {
    this.log("invoice", order.id);
  }

  remind(order: Order) {
    this.log("remind", order.id);
  }

  archive(order: Order) {
    this.log("archive", order.id);
  }

  restore(order: Order) {
    this.log("restore", order.id);
  }

  split(order: Order) {
    this.log("split", order.id);
  }

  merge(order: Order) {
    this.log("merge", order.id);
  }

  price(order: Order) {
    this.log("price", order.id);
  }

  discount(order: Order) {
    this.log("discount", order.id);
  }

  tax(order: Order) {
    this.log("tax", order.id);
  }

  weigh(order: Order) {
    this.log("weigh", order.id);
  }

  label(order: Order) {
    this.log("label", order.id);
  }

  track(order: Order) {
    this.log("track", order.id);
  }

  return(order: Order) {
    this.log("return", order.id);
  }

  audit(order: Order) {
    this.log("audit", order.id);
  }

  export(order: Order) {
    this.log("export", order.id);
  }

  notify(order: Order) {
    this.log("notify", order.id);
  }
}

@Injectable()
// ruleid: structure/god-class
export class EveryOrder {
  private readonly orders: Order[] = [];
  place = async (order: Order) => this.orders.push(order);
  cancel = async (order: Order) => this.orders.push(order);
  refund = async (order: Order) => this.orders.push(order);
  ship = async (order: Order) => this.orders.push(order);
  pack = async (order: Order) => this.orders.push(order);
  invoice = async (order: Order) => this.orders.push(order);
  remind = async (order: Order) => this.orders.push(order);
  archive = async (order: Order) => this.orders.push(order);
  restore = async (order: Order) => this.orders.push(order);
  split = async (order: Order) => this.orders.push(order);
  merge = async (order: Order) => this.orders.push(order);
  price = async (order: Order) => this.orders.push(order);
  discount = async (order: Order) => this.orders.push(order);
  tax = async (order: Order) => this.orders.push(order);
  weigh = async (order: Order) => this.orders.push(order);
  label = async (order: Order) => this.orders.push(order);
  track = async (order: Order) => this.orders.push(order);
  return = async (order: Order) => this.orders.push(order);
  audit = async (order: Order) => this.orders.push(order);
  export = async (order: Order) => this.orders.push(order);
  notify = async (order: Order) => this.orders.push(order);
}

// ok: structure/god-class
export class OrderService {
  place(order: Order) {
    this.log("place", order.id);
  }

  cancel(order: Order) {
    this.log("cancel", order.id);
  }

  refund(order: Order) {
    this.log("refund", order.id);
  }

  ship(order: Order) {
    this.log("ship", order.id);
  }

  pack(order: Order) {
    this.log("pack", order.id);
  }

  invoice(order: Order) {
    this.log("invoice", order.id);
  }

  remind(order: Order) {
    this.log("remind", order.id);
  }

  archive(order: Order) {
    this.log("archive", order.id);
  }

  restore(order: Order) {
    this.log("restore", order.id);
  }

  split(order: Order) {
    this.log("split", order.id);
  }

  merge(order: Order) {
    this.log("merge", order.id);
  }

  price(order: Order) {
    this.log("price", order.id);
  }

  discount(order: Order) {
    this.log("discount", order.id);
  }

  tax(order: Order) {
    this.log("tax", order.id);
  }

  weigh(order: Order) {
    this.log("weigh", order.id);
  }

  label(order: Order) {
    this.log("label", order.id);
  }

  track(order: Order) {
    this.log("track", order.id);
  }

  return(order: Order) {
    this.log("return", order.id);
  }

  audit(order: Order) {
    this.log("audit", order.id);
  }

  export(order: Order) {
    this.log("export", order.id);
  }
}

// ok: structure/god-class
export interface OrderPort {
  place(order: Order): void;
  cancel(order: Order): void;
  refund(order: Order): void;
  ship(order: Order): void;
  pack(order: Order): void;
  invoice(order: Order): void;
  remind(order: Order): void;
  archive(order: Order): void;
  restore(order: Order): void;
  split(order: Order): void;
  merge(order: Order): void;
  price(order: Order): void;
  discount(order: Order): void;
  tax(order: Order): void;
  weigh(order: Order): void;
  label(order: Order): void;
  track(order: Order): void;
  return(order: Order): void;
  audit(order: Order): void;
  export(order: Order): void;
  notify(order: Order): void;
}

// ok: structure/god-class
export class Overloads {
  find(by: "place"): Order;
  find(by: "cancel"): Order;
  find(by: "refund"): Order;
  find(by: "ship"): Order;
  find(by: "pack"): Order;
  find(by: "invoice"): Order;
  find(by: "remind"): Order;
  find(by: "archive"): Order;
  find(by: "restore"): Order;
  find(by: "split"): Order;
  find(by: "merge"): Order;
  find(by: "price"): Order;
  find(by: "discount"): Order;
  find(by: "tax"): Order;
  find(by: "weigh"): Order;
  find(by: "label"): Order;
  find(by: "track"): Order;
  find(by: "return"): Order;
  find(by: "audit"): Order;
  find(by: "export"): Order;
  find(by: "notify"): Order;
  find(by: string): Order {
    return this.orders[by];
  }
}
