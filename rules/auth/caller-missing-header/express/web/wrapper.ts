import { getToken } from './session'

const BASE = '/api'

export async function apiFetch(path: string, options: RequestInit = {}) {
  return fetch(BASE + path, {
    ...options,
    headers: { ...options.headers, Authorization: `Bearer ${getToken()}` },
  })
}

export async function plainFetch(path: string, options: RequestInit = {}) {
  const response = await fetch(`${BASE}${path}`, {
    headers: { 'Content-Type': 'application/json', ...options.headers },
    method: options.method,
  })
  return response.json()
}
