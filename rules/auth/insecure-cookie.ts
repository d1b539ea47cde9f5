import session from "express-session";
import { setCookie } from "hono/cookie";
import { cookies } from "next/headers";

const NAME = "refresh_token";
const weak = { httpOnly: true };
const strong = { httpOnly: true, secure: true, sameSite: "lax" as const };

export async function set(res: any, reply: any, c: any, ctx: any, app: any, id: string) {
  // ruleid: auth/insecure-cookie
  res.cookie("session", id);
  // ruleid: auth/insecure-cookie
  res.cookie("access_token", id, { httpOnly: true, secure: true });
  // ruleid: auth/insecure-cookie
  res.cookie(NAME, id, weak);
  // ruleid: auth/insecure-cookie
  reply.setCookie("sessionId", id, { httpOnly: false, secure: true, sameSite: "strict" });
  // ruleid: auth/insecure-cookie
  setCookie(c, "jwt", id, { secure: true, sameSite: "Lax" });
  // ruleid: auth/insecure-cookie
  (await cookies()).set("auth-token", id, { path: "/" });
  // ruleid: auth/insecure-cookie
  cookies().set({ name: "session", value: id, httpOnly: true });
  // ruleid: auth/insecure-cookie
  ctx.cookies.set("sid", id);
  // ruleid: auth/insecure-cookie
  app.use(session({ secret: "s", resave: false }));
  // ruleid: auth/insecure-cookie
  app.use(session({ secret: "s", cookie: { maxAge: 60_000, secure: false } }));
  // ruleid: auth/insecure-cookie
  res.setHeader("Set-Cookie", `session=${id}; Path=/; HttpOnly`);
}

export async function fine(res: any, reply: any, c: any, ctx: any, app: any, id: string, base: object) {
  // ok: auth/insecure-cookie
  res.cookie("session", id, { httpOnly: true, secure: process.env.NODE_ENV === "production", sameSite: "lax" });
  // ok: auth/insecure-cookie
  res.cookie("session", id, strong);
  // ok: auth/insecure-cookie
  res.cookie("session", id, { ...base, path: "/" });
  // What is spread may be made on the spot, and none of its parts stands for the options.
  // ok: auth/insecure-cookie
  res.cookie("session", id, { path: "/", ...(local ? {} : { secure: true, httpOnly: true, sameSite: "lax" }) });
  // ok: auth/insecure-cookie
  res.cookie("theme", "dark");
  // ok: auth/insecure-cookie
  res.cookie("XSRF-TOKEN", id);
  // ok: auth/insecure-cookie
  res.clearCookie("session");
  // ok: auth/insecure-cookie
  res.cookie("session", "", { maxAge: 0 });
  // ok: auth/insecure-cookie
  ctx.cookies.set("sid", id, { secure: true, sameSite: "lax" });
  // ok: auth/insecure-cookie
  setCookie(c, "locale", id);
  // ok: auth/insecure-cookie
  app.use(session({ secret: "s", cookie: { secure: true, sameSite: "lax" } }));
  // ok: auth/insecure-cookie
  res.setHeader("Set-Cookie", `session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`);
}

// ruleid: auth/insecure-cookie
ctx.cookies.set('sid', id, { httpOnly: false, secure: true, sameSite: 'lax' })
// ok: auth/insecure-cookie
ctx.cookies.set('sid', id, { secure: true, sameSite: 'lax' })

async function keep() {
  const jar = await cookies()
  // ruleid: auth/insecure-cookie
  jar.set('session', value)
  // ok: auth/insecure-cookie
  jar.set('session', value, { httpOnly: true, secure: true, sameSite: 'lax' })
}

// ruleid: auth/insecure-cookie
res.setHeader('Set-Cookie', serialize('token', value))
// ok: auth/insecure-cookie
res.setHeader('Set-Cookie', serialize('token', value, { httpOnly: true, secure: true, sameSite: 'lax' }))

// ruleid: auth/insecure-cookie
const answer = { statusCode: 200, headers: { 'Set-Cookie': `session=${id}; HttpOnly` }, body: '' }
// ok: auth/insecure-cookie
const other = { statusCode: 200, headers: { 'Set-Cookie': `theme=${theme}` }, body: '' }

// httpOnly unless told otherwise, and secure where the connection is.
// ok: auth/insecure-cookie
ctx.cookies.set("accessToken", token, { sameSite: "lax", expires });
// ruleid: auth/insecure-cookie
ctx.cookies.set("accessToken", token, { httpOnly: true });
// ruleid: auth/insecure-cookie
ctx.cookies.set("accessToken", token, { sameSite: "lax", secure: false });

// What is sent to be forgotten keeps nobody logged in.
// ok: auth/insecure-cookie
res.cookie('access_token', 'gone', { maxAge: -1, secure: true })
// ok: auth/insecure-cookie
res.setHeader('Set-Cookie', 'session=0; Path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT')

const laterOptions = { secret, cookie: { maxAge: 1000, sameSite: 'lax' } }
if (production) {
  laterOptions.cookie.secure = true
}
// ok: auth/insecure-cookie
app.use(session(laterOptions))
