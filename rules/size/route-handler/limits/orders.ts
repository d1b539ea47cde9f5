import type { Request, Response } from "express";

// ruleid: size/route-handler
export async function create(req: Request, res: Response) {
  const order = req.body;

  // A line without code counts, as does an empty one.
  order.state = "new";
  order.save();
  res.status(201).json(order);
}

// ruleid: size/route-handler
export const listOrders = async (req: Request, res: Response) => {
  const orders = await load();
  const visible = orders.filter((order) => order.visible);
  const sorted = visible.sort((a, b) => a.id - b.id);
  const page = sorted.slice(0, 20);
  res.json(page);
};

// ok: size/route-handler
export function remove(id: string) {
  const order = find(id);
  if (!order) {
    return;
  }
  order.remove();
  order.save();
}
