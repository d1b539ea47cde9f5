import { NextResponse } from 'next/server'

export async function GET() {
  // ruleid: api/retry-after
  if (busy()) return NextResponse.json({ error: 'Busy', code: 503 }, { status: 503 })
  // ok: api/retry-after
  if (fast()) return NextResponse.json({ error: 'Fast', code: 429 }, { status: 429, headers: { 'Retry-After': '5' } })
  // ok: api/retry-after
  if (late()) return NextResponse.json({ error: 'Fast', code: 429 }, { status: 429, headers: limits() })
  // ruleid: api/retry-after
  const response = NextResponse.json({ error: 'Fast', code: 429 }, { status: 429 })
  return response
}

export async function POST() {
  // ok: api/retry-after
  const response = NextResponse.json({ error: 'Fast', code: 429 }, { status: 429 })
  response.headers.set('Retry-After', '5')
  return response
}
