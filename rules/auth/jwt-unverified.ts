import express from "express";
import jwt from "jsonwebtoken";
import { jwtDecode } from "jwt-decode";
import { decodeJwt } from "jose";

export function readUser(req: express.Request) {
  const token = req.headers.authorization!.slice(7);
  // ruleid: auth/jwt-unverified
  const claims = jwt.decode(token) as { sub: string };
  return claims.sub;
}

export const attach = (req: any, res: any, next: () => void) => {
  // ruleid: auth/jwt-unverified
  req.user = jwtDecode(req.cookies.session);
  next();
};

export function subject(token: string) {
  // ruleid: auth/jwt-unverified
  return decodeJwt(token).sub;
}

export function permissive(token: string, key: string) {
  // ruleid: auth/jwt-unverified
  return jwt.verify(token, key, { algorithms: ["HS256", "none"] });
}

export class Guard {
  constructor(private readonly jwtService: any) {}
  user(token: string) {
    // ruleid: auth/jwt-unverified
    return this.jwtService.decode(token);
  }
}

export function verified(token: string, key: string) {
  // ok: auth/jwt-unverified
  return jwt.verify(token, key, { algorithms: ["HS256"] });
}

export function keyOf(token: string) {
  // ok: auth/jwt-unverified
  return jwt.decode(token, { complete: true })?.header.kid;
}

export function issuerFirst(token: string, keys: Record<string, string>) {
  // ok: auth/jwt-unverified
  const claims = jwt.decode(token) as { iss: string };
  return jwt.verify(token, keys[claims.iss]);
}

export async function remember(user: { _id: string }, token: string) {
  // ok: auth/jwt-unverified
  const claims: unknown = jwt.decode(token);
  if (!isExpiring(claims)) throw new Error("No token");
  await tokens.add({ userId: user._id, expiresAt: new Date(claims.exp * 1000) });
}

export async function remembered(user: { _id: string }, token: string) {
  // ruleid: auth/jwt-unverified
  const claims: any = jwt.decode(token);
  await tokens.add({ userId: claims.sub, owner: user._id, expiresAt: new Date(claims.exp * 1000) });
}

export function unrelated(decoder: TextDecoder, bytes: Uint8Array) {
  // ok: auth/jwt-unverified
  return decoder.decode(bytes);
}

// ruleid: auth/jwt-unverified
const unsigned = jwt.sign({ sub: 1 }, '', { algorithm: 'none', expiresIn: '1h' })

// What a provider answered is no client's word.
// ok: auth/jwt-unverified
const profile = jwt.decode(params.id_token);

// ruleid: auth/jwt-unverified
const chosen = jwt.decode(req.body.id_token);

export function readPayload(token: string) {
  // ok: auth/jwt-unverified
  const payload = jwt.decode(token);
  if (!payload) throw new Error("Not a token");
  return payload;
}

export function identify(req) {
  // ruleid: auth/jwt-unverified
  return jwt.decode(req.headers.authorization);
}

class SocialLogin {
  getUserInfo(idToken: string) {
    // ok: auth/jwt-unverified
    const result: any = jwt.decode(idToken);
    return { email: result.email };
  }
}

export function renew(req, res, next) {
  passport.authenticate("jwt", { session: false }, async (error, user, info) => {
    // ok: auth/jwt-unverified
    if (info instanceof TokenExpiredError) req.user = await refresh(jwt.decode(readToken(req)).id);
    next();
  })(req, res, next);
}

export function exchange(code: string) {
  // Some clients send the token itself, which is checked later.
  // ok: auth/jwt-unverified
  const decoded = jwt.decode(code);
  if (decoded && typeof decoded === "object" && decoded.iss === "https://issuer.example.com") return code;
  return redeem(code);
}

app.get('/speech/:id', async (req, res) => {
  const token = req.cookies?.auth;
  if (!token || !jwt.verify(token, secret)) {
    return res.status(401).send('');
  }
  // ok: auth/jwt-unverified
  const { uid } = jwt.decode(token) as Claims;
  res.json(await speech(uid));
});

async function transaction(id: string) {
  const res = await axios.get(`https://store.example.com/transactions/${id}`);
  const signed = res.data.signed;
  // ok: auth/jwt-unverified
  return { ...jwt.decode(signed), signed };
}

// What is between the dots, read by hand.
export function byHand(req: express.Request) {
  // ruleid: auth/jwt-unverified
  const claims = JSON.parse(Buffer.from(req.headers.authorization!.split('.')[1], 'base64').toString());
  // ok: auth/jwt-unverified
  const cursor = JSON.parse(Buffer.from(req.query.cursor as string, 'base64').toString());
  return [claims.sub, cursor];
}

class TokenReader {
  constructor(private readonly jwtService: JwtService) {}

  decodeToken(token: string): any {
    // ok: auth/jwt-unverified
    return this.jwtService.decode(token)
  }
}

class TokenMiddleware {
  async use(req, res, next) {
    const token = req.headers.authorization?.split(' ')[1]
    try {
      const known = await this.tokens.verifyToken(token)
      if (known === 'expired') throw new UnauthorizedException()
      // ok: auth/jwt-unverified
      req.claims = jwt.decode(token.trim())
    } catch {
      throw new UnauthorizedException()
    }
    next()
  }

  async refresh(req, res, next) {
    const token = req.headers.authorization?.split(' ')[1]
    await this.tokens.verifyName(token)
    // ruleid: auth/jwt-unverified
    req.claims = jwt.decode(token)
    next()
  }
}
