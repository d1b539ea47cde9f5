import { Request, Response } from "express";

// ok: structure/http-in-service
export async function place(req: Request, res: Response) {
  res.json(await orders.place(req.body));
}
