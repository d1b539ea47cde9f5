import type { NextFunction, Request, Response } from "express";
import type { Context } from "koa";

// Middleware.
// ok: structure/http-in-service
export function checkAccess(req: Request, res: Response, next: NextFunction) {
  if (!req.session.loggedIn) {
    res.redirect("login");
  } else {
    next();
  }
}

// ok: structure/http-in-service
export const checkKey = async (req, res, next) => {
  if (await known(req.query.key)) return next();
  res.status(401).json({ error: "unknown key" });
};

// ok: structure/http-in-service
export async function trace(ctx: Context, next: () => Promise<void>) {
  ctx.set("X-Trace", newTrace());
  await next();
}

// It answers, and hands nothing on but errors.
// ruleid: structure/http-in-service
export async function readAccess(req: Request, res: Response, next: NextFunction) {
  try {
    res.json(await find(req.params.id));
  } catch (error) {
    next(error);
  }
}

export function settings() {
  return {
    baseURL: "https://orders.example.com",
    logout: true,
    // ok: structure/http-in-service
    afterCallback: async (req: Request, res: Response, session: Session) => {
      req.session.loggedIn = true;
      return session;
    },
  };
}

export default {
  // ruleid: structure/http-in-service
  reject: (req: Request, message: string) => req.res.status(401).send(message),
};

// Found once, at the first of them.
export async function grant(
  // ruleid: structure/http-in-service
  req: Request,
  // ok: structure/http-in-service
  res: Response,
) {
  res.json(await insert(req.body));
}

export async function revoke(
  access: Access,
  // ruleid: structure/http-in-service
  request,
  // ok: structure/http-in-service
  reply,
) {
  reply.send(await remove(access, request.params.id));
}
