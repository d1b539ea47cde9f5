import { jwtDecode } from "jwt-decode";
import type { NextFunction, Request, Response } from "express";

export function identify(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization!.slice(7);
  // ruleid: auth/jwt-unverified
  const claims: any = jwtDecode(token);
  req.user = { id: claims.sub, role: claims.role };
  next();
}

export function receipt(token: string, key: string) {
  // ok: auth/jwt-unverified
  const decoded: any = jwtDecode(token);
  if (!decoded || !verifyReceipt(decoded, key)) {
    return null;
  }
  return decoded.sub;
}
