import * as bcrypt from "bcrypt";
import crypto, { createHash } from "crypto";
import CryptoJS from "crypto-js";
import md5 from "md5";
import sha256 from "sha256";

const salt = process.env.SALT;

export async function digests(password: string, user: { password: string }, req: any) {
  // ruleid: auth/weak-password-hash
  const a = crypto.createHash("md5").update(password).digest("hex");
  // ruleid: auth/weak-password-hash
  const b = createHash("sha512").update(salt + user.password).digest();
  // ruleid: auth/weak-password-hash
  const c = md5(req.body.password);
  // ruleid: auth/weak-password-hash
  const d = CryptoJS.SHA256(password).toString();
  // ruleid: auth/weak-password-hash
  const e = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(password));
  const hash = crypto.createHash("sha256");
  // ruleid: auth/weak-password-hash
  hash.update(`${salt}:${password}`);
  // ruleid: auth/weak-password-hash
  const f = crypto
    .createHash("sha1")
    .update(Buffer.from(req.body.newPassword, "utf8"))
    .digest("base64");
  const salted = password + salt;
  // ruleid: auth/weak-password-hash
  const g = sha256(salted);
  return [a, b, c, d, e, hash, f, g];
}

export function stretched(password: string) {
  let digest = password;
  for (let round = 0; round < 1000; round++) {
    // ruleid: auth/weak-password-hash
    digest = crypto.createHash("sha256").update(digest).digest("hex");
  }
  return digest;
}

export async function fine(password: string, file: Buffer, email: string, passwordResetToken: string) {
  // ok: auth/weak-password-hash
  const a = await bcrypt.hash(password, 12);
  // ok: auth/weak-password-hash
  const b = crypto.pbkdf2Sync(password, "salt", 310000, 32, "sha256");
  // ok: auth/weak-password-hash
  const c = crypto.createHash("sha256").update(file).digest("hex");
  // ok: auth/weak-password-hash
  const d = md5(email.trim().toLowerCase());
  // ok: auth/weak-password-hash
  const e = crypto.createHash("sha256").update(passwordResetToken).digest("hex");
  // ok: auth/weak-password-hash
  const f = await bcrypt.hash(crypto.createHash("sha384").update(password).digest("base64"), 12);
  // ok: auth/weak-password-hash
  const g = crypto.scryptSync(password, "salt", 64);
  return [a, b, c, d, e, f, g];
}

export async function isBreached(password: string) {
  // ok: auth/weak-password-hash
  const digest = crypto.createHash("sha1").update(password).digest("hex").toUpperCase();
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${digest.slice(0, 5)}`);
  return (await answer.text()).includes(digest.slice(5));
}

// Whoever comes with a hash of an old system still gets in.
async function checkImported(password: string, stored: string, method: string) {
  switch (method) {
    case "md5":
      // ok: auth/weak-password-hash
      return (await md5(password)) === stored;
    default:
      return bcryptVerify({ password, hash: stored });
  }
}

function keyOf(password: string) {
  // ok: auth/weak-password-hash
  return createHash("sha256").update(password).digest("hex").slice(0, 32);
}

function compareLegacy(password: string, stored: string) {
  // ok: auth/weak-password-hash
  return createHash("sha1").update(password).digest("hex") === stored;
}

function secretFor(user: string, password: string) {
  // ok: auth/weak-password-hash
  const loginSecret = sha256(`${user}${password}server`);
  return loginSecret;
}

export function keyed(password: string, body: string, secret: string) {
  // ruleid: auth/weak-password-hash
  const hash = crypto.createHmac("sha256", salt!).update(password).digest("hex");
  // ok: auth/weak-password-hash
  const signed = crypto.createHmac("sha256", secret).update(body).digest("hex");
  return [hash, signed];
}

function md5(password: string) {
  // ruleid: auth/weak-password-hash
  return crypto.createHash("md5").update(password).digest("hex");
}

export function login(email: string, password: string) {
  // ok: auth/weak-password-hash
  return pool.query("SELECT id FROM users WHERE email = ? AND hash = ?", [email, md5(password)]);
}
