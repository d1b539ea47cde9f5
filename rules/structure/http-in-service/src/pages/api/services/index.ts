import type { NextApiRequest, NextApiResponse } from "next";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  return place(req.body, res);
}

// ok: structure/http-in-service
async function place(order: Order, res: NextApiResponse) {
  return res.status(201).json(order);
}
