import jwt from "jsonwebtoken";
import { SignJWT } from "jose";

export async function sign(user: any, key: any, payload: object, options: any, expiresAt: Date) {
  // ruleid: auth/token-without-expiry
  const a = jwt.sign({ sub: user.id }, key);
  // ruleid: auth/token-without-expiry
  const b = jwt.sign({ sub: user.id }, key, { algorithm: "HS256" });
  const claims = { sub: user.id, role: user.role };
  // ruleid: auth/token-without-expiry
  const c = jwt.sign(claims, key);
  // ruleid: auth/token-without-expiry
  const d = await new SignJWT({ sub: user.id }).setProtectedHeader({ alg: "HS256" }).setIssuedAt().sign(key);

  // ok: auth/token-without-expiry
  const e = jwt.sign({ sub: user.id }, key, { expiresIn: "15m" });
  // ok: auth/token-without-expiry
  const f = jwt.sign({ sub: user.id, exp: 1 }, key);
  const dated = { sub: user.id, exp: Math.floor(Date.now() / 1000) + 900 };
  // ok: auth/token-without-expiry
  const g = jwt.sign(dated, key);
  // ok: auth/token-without-expiry
  const h = jwt.sign(payload, key);
  // ok: auth/token-without-expiry
  const i = jwt.sign({ sub: user.id }, key, options);
  // ok: auth/token-without-expiry
  const j = await new SignJWT({ sub: user.id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("2h").sign(key);
  const late: any = { sub: user.id };
  late.exp = 1;
  // ok: auth/token-without-expiry
  const k = jwt.sign(late, key);
  // ok: auth/token-without-expiry
  const l = signer.sign({ sub: user.id }, key);
  // ok: auth/token-without-expiry
  const m = jwt.sign({ sub: user.id, token_version: user.tokenVersion }, key);
  // ok: auth/token-without-expiry
  const n = jwt.sign({ sub: user.id }, process.env.UNSUBSCRIBE_SECRET);
  return [a, b, c, d, e, f, g, h, i, j, k, l, m, n];
}

export async function store(prisma: any, db: any, email: string, token: string, expiresAt: Date) {
  // ruleid: auth/token-without-expiry
  await prisma.passwordReset.create({ data: { email, token } });
  // ruleid: auth/token-without-expiry
  await prisma.invitation.create({ data: { email, tokenHash: hash(token) } });
  // ruleid: auth/token-without-expiry
  await db.insert(magicLinks).values({ email, token });
  // ok: auth/token-without-expiry
  await prisma.passwordReset.create({ data: { email, token, expiresAt } });
  // ok: auth/token-without-expiry
  await prisma.verificationToken.create({ data: { email, token, expires: new Date() } });
  // ok: auth/token-without-expiry
  await prisma.invitation.create({ data: { email } });
  // ok: auth/token-without-expiry
  await prisma.user.create({ data: { email, token } });
}

// ok: auth/token-without-expiry
jwt.sign({ id: user.id, expiresAt: addHours(new Date(), 24) }, key);

// Options that are kept in a variable, claims that are a text, and who asks to be called back.
const signing = { algorithm: "HS256" as const };
const lasting = { algorithm: "HS256" as const, expiresIn: "15m" };

export function more(user: any, key: any, options: any, done: any) {
  // ruleid: auth/token-without-expiry
  const a = jwt.sign({ sub: user.id }, key, signing);
  // ok: auth/token-without-expiry
  const b = jwt.sign({ sub: user.id }, key, lasting);
  // ok: auth/token-without-expiry
  const c = jwt.sign({ sub: user.id }, key, options);
  // ruleid: auth/token-without-expiry
  const d = jwt.sign(user.id, key);
  // ok: auth/token-without-expiry
  const e = jwt.sign(user.claims, key);
  // ruleid: auth/token-without-expiry
  jwt.sign({ sub: user.id }, key, (error: any, token: any) => done(error, token));
  // ok: auth/token-without-expiry
  jwt.sign({ sub: user.id }, key, { expiresIn: 60 }, (error: any, token: any) => done(error, token));
  return [a, b, c, d, e];
}

export async function keep(prisma: any, User: any, pool: any, id: string, token: string, expires: Date) {
  // ruleid: auth/token-without-expiry
  await prisma.user.update({ where: { id }, data: { resetToken: token } });
  // ok: auth/token-without-expiry
  await prisma.user.update({ where: { id }, data: { resetToken: token, resetTokenExpiry: expires } });
  // ok: auth/token-without-expiry
  await prisma.user.update({ where: { id }, data: { resetToken: null } });
  // ok: auth/token-without-expiry
  await prisma.user.update({ where: { id }, data: { refreshToken: token } });
  // ruleid: auth/token-without-expiry
  await User.findByIdAndUpdate(id, { $set: { emailVerificationToken: token } });
  // ok: auth/token-without-expiry
  await User.updateOne({ _id: id }, { verified: true, $unset: { verificationToken: "" } });
  // ruleid: auth/token-without-expiry
  await prisma.verificationToken.upsert({ where: { id }, create: { id, token }, update: { token } });
  // ruleid: auth/token-without-expiry
  await pool.query("INSERT INTO password_resets (user_id, token) VALUES ($1, $2)", [id, token]);
  // ok: auth/token-without-expiry
  await pool.query("INSERT INTO password_resets (user_id, token, expires_at) VALUES ($1, $2, $3)", [id, token, expires]);
}

export async function forgot(user: any, token: string) {
  user.resetPasswordToken = token;
  // ruleid: auth/token-without-expiry
  await user.save();
}

export async function forgotFor(user: any, token: string) {
  user.resetPasswordToken = token;
  user.resetPasswordExpires = Date.now() + 3600000;
  // ok: auth/token-without-expiry
  await user.save();
}

export async function reset(user: any, password: string) {
  user.resetPasswordToken = undefined;
  // ok: auth/token-without-expiry
  await user.save();
}

export function service(data: any, key: any) {
  const options: any = {};
  if (data.duration > 0) {
    options.expiresIn = data.duration * 3600;
  }
  // ok: auth/token-without-expiry
  return jwt.sign({ name: data.name }, key, options);
}

async function requestReset(user: User, database: Database) {
  const token = createToken({ email: user.email }, { expiresIn: "2h" });
  // ok: auth/token-without-expiry
  await database("resetPassword").insert({ email: user.email, token });
  const jwt = await this.sign({ email: user.email });
  // ok: auth/token-without-expiry
  await users.updateOne({ email: user.email }, { resetToken: jwt });
  // ruleid: auth/token-without-expiry
  await users.updateOne(
    { email: user.email },
    { sessions: token, resetToken: shortid.generate() },
  );
}

async function requestByChance(user: User) {
  const random = randomBytes(32).toString("hex");
  // ruleid: auth/token-without-expiry
  await users.updateOne({ email: user.email }, { resetToken: random });
}

export async function forgotRow(email: string, token: string) {
  // ruleid: auth/token-without-expiry
  await prisma.user.update({ where: { email }, data: { resetToken: digest(token) } });
  // ok: auth/token-without-expiry
  await prisma.user.update({ where: { email }, data: { resetToken: token, resetTokenExpires: inAnHour() } });
  const value = { resetToken: createHash("sha256").update(token).digest("hex"), resetTokenExpires: inAnHour() };
  // ok: auth/token-without-expiry
  await prisma.user.update({ where: { email }, data: { resetToken: createHash("sha256").update(token).digest("hex"), expiresAt: inAnHour() } });
  return value;
}

export async function forgotNewRow(db: any, email: string, token: string) {
  // ruleid: auth/token-without-expiry
  await db.getRepository("PasswordReset").save({ email, resetToken: token });
  // ok: auth/token-without-expiry
  await db.getRepository("PasswordReset").save({ email, resetToken: token, expiresAt: inAnHour() });
}
