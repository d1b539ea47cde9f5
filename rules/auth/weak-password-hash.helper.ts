import crypto from "crypto";

function md5(text: string) {
  // ok: auth/weak-password-hash
  return crypto.createHash("md5").update(text).digest("hex");
}

export function login(email: string, password: string) {
  // ruleid: auth/weak-password-hash
  return pool.query("SELECT id FROM users WHERE email = ? AND hash = ?", [email, md5(password)]);
}
