import { api } from "./api";

const TOKEN_KEY = "app.access_token";
const THEME = "theme";

export async function login(email: string, password: string) {
  const { data, token } = await api.login(email, password);
  // ruleid: auth/jwt-in-web-storage
  localStorage.setItem("token", data.value);
  // ruleid: auth/jwt-in-web-storage
  localStorage.setItem("session", data.accessToken);
  // ruleid: auth/jwt-in-web-storage
  window.sessionStorage.setItem("auth", token);
  // ruleid: auth/jwt-in-web-storage
  sessionStorage.setItem(TOKEN_KEY, data.value);
  // ruleid: auth/jwt-in-web-storage
  localStorage.jwt = data.value;
  // ruleid: auth/jwt-in-web-storage
  localStorage["refresh-token"] = data.value;
  // ruleid: auth/jwt-in-web-storage
  window.localStorage.setItem("credentials", JSON.stringify(data.id_token));
  // ruleid: auth/jwt-in-web-storage
  localStorage.setItem("header", `Bearer ${token}`);
  // ruleid: auth/jwt-in-web-storage
  if (data.remember) localStorage.setItem("r", data.user.refreshToken ?? "");
  // ruleid: auth/jwt-in-web-storage
  localStorage.setItem(
    "idToken",
    data.value,
  );
}

export function harmless(data: any, store: any, tokens: string[], maxTokens: number, designToken: string) {
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("theme", data.theme);
  // ok: auth/jwt-in-web-storage
  localStorage.setItem(THEME, "dark");
  // ok: auth/jwt-in-web-storage
  sessionStorage.setItem("csrfToken", data.csrfToken);
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("xsrf-token", data.value);
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("maxTokens", String(maxTokens));
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("design", designToken);
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("tokens", JSON.stringify(tokens));
  // ok: auth/jwt-in-web-storage
  localStorage.removeItem("token");
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("token", "");
  // ok: auth/jwt-in-web-storage
  store.setItem("token", data.token);
  // ok: auth/jwt-in-web-storage
  const read = localStorage.getItem("token");
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("tokenCount", data.tokenCount);
  // ok: auth/jwt-in-web-storage
  localStorage.setItem("draft", data.text);
  return read;
}
// ok: auth/jwt-in-web-storage
localStorage.setItem("configuration-token", token);
// ruleid: auth/jwt-in-web-storage
sessionStorage.setItem("visit", JSON.stringify({ jwt: answer.jwt, name: answer.name }));
// ok: auth/jwt-in-web-storage
sessionStorage.setItem("visit", JSON.stringify({ csrfToken: answer.csrf, name: answer.name }));
// ok: auth/jwt-in-web-storage
localStorage.setItem("push-registration", JSON.stringify({ token: registration.token }));
