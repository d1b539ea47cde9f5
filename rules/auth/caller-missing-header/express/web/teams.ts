import { apiFetch, plainFetch } from './wrapper'
import { authHeaders } from './session'
import { ENDPOINTS } from './endpoints'

const API_URL = process.env.API_URL

export async function listTeams() {
  // ruleid: auth/caller-missing-header
  const response = await fetch('/api/teams')
  return response.json()
}

export async function createTeam(team: Team) {
  // ruleid: auth/caller-missing-header
  return fetch('/api/teams', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...team, token: 'not a header' }),
  })
}

export async function showTeam(id: string) {
  // ruleid: auth/caller-missing-header
  return fetch(`${API_URL}/api/teams/${id}?full=1`)
}

export async function removeMember(team: string, member: string) {
  const url = new URL('/api/teams/' + team + '/members/' + member, 'https://teams.example.com')
  const init = { method: 'DELETE', headers: new Headers({ Accept: 'application/json' }) }
  // ruleid: auth/caller-missing-header
  return fetch(url, init)
}

export async function byConstant() {
  // ruleid: auth/caller-missing-header
  return fetch(ENDPOINTS.teams)
}

export async function throughAWrapperThatAddsNothing() {
  // ruleid: auth/caller-missing-header
  return plainFetch('/teams')
}

export async function withHeader(token: string) {
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { headers: { Authorization: `Bearer ${token}` } })
}

export async function withHeadersObject(token: string) {
  const headers = new Headers()
  headers.set('Authorization', `Bearer ${token}`)
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { headers })
}

export async function withHeaderWrittenLater(token: string) {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (token) headers['Authorization'] = `Bearer ${token}`
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { headers })
}

export async function withHelper() {
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { headers: { ...authHeaders(), Accept: 'application/json' } })
}

export async function withSomethingUnknown(init: RequestInit) {
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { ...init, method: 'POST' })
}

export async function throughAWrapper() {
  // ok: auth/caller-missing-header
  return apiFetch('/teams', { method: 'POST' })
}

export async function givenTheHeader(token: string) {
  // ok: auth/caller-missing-header
  return plainFetch('/teams', { headers: { Authorization: token } })
}

export async function withCookies() {
  // ok: auth/caller-missing-header
  return fetch('/api/teams', { credentials: 'include' })
}

export async function toAPublicRoute() {
  // ok: auth/caller-missing-header
  await fetch('/api/status')
  // ok: auth/caller-missing-header
  return fetch('/api/plans/basic')
}

export async function toNoRoute(path: string, name: string) {
  // ok: auth/caller-missing-header
  await fetch(path)
  // ok: auth/caller-missing-header
  await fetch(`/api/${name}`)
  // ok: auth/caller-missing-header
  await fetch('/api/teams', { method: 'PUT' })
  // ok: auth/caller-missing-header
  return fetch('https://api.github.com/api/teams')
}

// What the project's own servers call it by may say who calls.
export async function sealedTeams(seal: string) {
  // ok: auth/caller-missing-header
  return fetch('http://localhost:4000/api/teams', { headers: { 'X-Integrity': seal } })
}
// ruleid: auth/caller-missing-header
export const namedTeams = () => fetch('http://localhost:4000/api/teams', { headers: { 'X-Requested-With': 'fetch' } })
