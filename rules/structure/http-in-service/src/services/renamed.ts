import type { Request as HttpRequest } from "express";
import type { Request as Wish } from "../wishes";

// ruleid: structure/http-in-service
export function origin(request: HttpRequest) {
  return request.ip;
}

// ok: structure/http-in-service
export function grant(wish: Wish) {
  return wish.text;
}
