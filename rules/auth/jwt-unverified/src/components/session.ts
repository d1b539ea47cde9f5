import { jwtDecode } from "jwt-decode";

// The browser shows a name; the server decides.
export function displayName(token: string) {
  // ok: auth/jwt-unverified
  return jwtDecode<{ name: string }>(token).name;
}
