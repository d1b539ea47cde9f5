import { vi } from 'vitest'

export function fakeServer() {
  // ok: api/ok-status-on-error
  vi.stubGlobal('fetch', async () => Response.json({ error: 'no such user' }))
  // ok: api/ok-status-on-error
  globalThis.fetch = async () => new Response(JSON.stringify({ error: 'no such user' }))
  // ok: api/ok-status-on-error
  return vi.fn().mockResolvedValue(Response.json({ success: false }))
}

export async function GET() {
  // ruleid: api/ok-status-on-error
  return Response.json({ error: 'no such user' })
}
