import { NextResponse } from 'next/server'

export async function GET(request: Request) {
  const error = { code: 'NOT_FOUND', message: 'No such order' }
  // ok: api/error-envelope
  if (request.url === '1') return NextResponse.json({ success: false, error }, { status: 404 })
  // ruleid: api/error-envelope
  if (request.url === '2') return NextResponse.json({ success: true, error }, { status: 404 })
  // ruleid: api/error-envelope
  return NextResponse.json({ error }, { status: 404 })
}
