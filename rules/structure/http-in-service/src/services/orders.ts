import { NextFunction, Request, Response } from "express";
import type { FastifyRequest } from "fastify";
import { Injectable, Inject } from "@nestjs/common";
import { REQUEST } from "@nestjs/core";

export class OrderService {
  // ruleid: structure/http-in-service
  async place(req: Request) {
    return this.insert(req.body);
  }

  async report(
    year: number,
    // ruleid: structure/http-in-service
    res: Response,
  ) {
    res.json({ year });
  }

  // ruleid: structure/http-in-service
  cancel = async (id: string, request: FastifyRequest) => this.remove(id, request.ip);

  // ok: structure/http-in-service
  async insert(order: NewOrder) {
    return order;
  }
}

// ruleid: structure/http-in-service
export function importOrders(req, done) {
  return done(req.body.rows);
}

// ok: structure/http-in-service
export const parse = (req, res) => res.data;

@Injectable()
export class TenantService {
  // ok: structure/http-in-service
  constructor(@Inject(REQUEST) private readonly request: Request) {}
}

// What a library asks for.
export class Tokens {
  // ok: structure/http-in-service
  async token(req: { headers: Record<string, string>; body: unknown }) {
    return exchange(req.headers, req.body)
  }
}
