import crypto from "crypto";

export function webhook(req: any, res: any) {
  const expected = crypto.createHmac("sha256", "k").update(req.rawBody).digest("hex");
  // ruleid: auth/timing-unsafe-compare
  if (req.headers["x-signature"] !== expected) return res.sendStatus(401);
  const signature = req.get("X-Hub-Signature");
  // ruleid: auth/timing-unsafe-compare
  if (signature != expected) return res.sendStatus(401);
  // ruleid: auth/timing-unsafe-compare
  if (req.query.token === process.env.CRON_SECRET) return res.json({ ok: true });
  const { apiKey } = req.body;
  // ruleid: auth/timing-unsafe-compare
  const allowed = apiKey === res.app.config.apiKey;
  // ruleid: auth/timing-unsafe-compare
  return req.headers.authorization === `Bearer ${process.env.API_TOKEN}` || allowed;
}

export function fine(req: any, res: any, expected: Buffer, account: { token: string; role: string }) {
  const signature = req.headers["x-signature"];
  // ok: auth/timing-unsafe-compare
  if (!signature || signature === undefined) return res.sendStatus(401);
  // ok: auth/timing-unsafe-compare
  if (signature.length !== expected.length) return res.sendStatus(401);
  // ok: auth/timing-unsafe-compare
  if (!crypto.timingSafeEqual(Buffer.from(signature), expected)) return res.sendStatus(401);
  // ok: auth/timing-unsafe-compare
  if (typeof req.body.token !== "string") return res.sendStatus(400);
  // ok: auth/timing-unsafe-compare
  if (req.body.role === account.role) return res.sendStatus(400);
  // ok: auth/timing-unsafe-compare
  if (account.token === previousToken()) return res.sendStatus(400);
  // ok: auth/timing-unsafe-compare
  return res.json(req.query.page === req.query.last);
}

export async function GET(request: Request) {
  const secret = new URL(request.url).searchParams.get('secret')
  // ruleid: auth/timing-unsafe-compare
  if (secret !== process.env.REVALIDATE_SECRET) return new Response('no', { status: 401 })
  return Response.json({})
}

app.put("/settings", (req, res) => {
  // ok: auth/timing-unsafe-compare
  if (req.body.name === SettingName.NAMES.MfaSecret) return res.sendStatus(403);
  res.sendStatus(204);
});

app.get("/sessions", async (req, res) => {
  const { refreshToken } = req.cookies;
  const sessions = await findSessions(req.user.id);
  // ok: auth/timing-unsafe-compare
  res.json(sessions.map((session) => ({ id: session.id, current: !!refreshToken && session.refreshToken === refreshToken })));
});

router.get("/.well-known/acme-challenge/:token", (req, res) => {
  // ok: auth/timing-unsafe-compare
  if (config.challenge.token === req.params.token) res.send(config.challenge.keyAuthorization);
});

router.post("/mfa", (req, res) => {
  const { token } = req.body;
  // Whoever sends a code that was used learns nothing by it.
  // ok: auth/timing-unsafe-compare
  if (user.lastToken === token) return res.sendStatus(400);
  res.sendStatus(204);
});

router.post("/devices", (req, res) => {
  const { pushSecret } = req.body;
  // Kept where it is another one: nothing is checked.
  // ok: auth/timing-unsafe-compare
  if (user.pushSecret !== pushSecret) {
    user.pushSecret = pushSecret;
  }
  res.sendStatus(204);
});

app.put("/editor", (req, res) => {
  // ok: auth/timing-unsafe-compare
  if (!!req.device.editorToken === req.body.enabled) return res.json({ unchanged: true });
  // ruleid: auth/timing-unsafe-compare
  if (req.device.editorToken !== req.headers["x-access-token"]) return res.sendStatus(401);
  res.sendStatus(204);
});

app.get("/elevation", (req, res) => {
  // Both came with the request.
  // ok: auth/timing-unsafe-compare
  res.json({ byCookie: req.token === req.cookies.session });
});

app.post("/inbox", (req, res) => {
  const digest = createHash("sha256").update(req.rawBody).digest("base64");
  // A checksum that anyone computes.
  // ok: auth/timing-unsafe-compare
  if (req.headers.digest !== computedDigest(digest)) return res.sendStatus(400);
  res.sendStatus(202);
});

// Headers that are taken out of the request at once.
class KeyGuard {
  canActivate(context: ExecutionContext) {
    const { headers } = context.switchToHttp().getRequest();
    // ruleid: auth/timing-unsafe-compare
    if (headers["x-api-key"] !== process.env.API_KEY) throw new ForbiddenException();
    return true;
  }
}

export function scheduled({ headers }: Request, res: Response) {
  // ruleid: auth/timing-unsafe-compare
  if (headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) return res.sendStatus(401);
  res.sendStatus(204);
}

export function planned({ headers }: PlanOptions) {
  // ok: auth/timing-unsafe-compare
  return headers["x-token"] === process.env.PLAN_TOKEN;
}
