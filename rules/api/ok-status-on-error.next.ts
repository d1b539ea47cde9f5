import { NextResponse } from 'next/server'

export async function POST(request: Request) {
  const body = await request.json()
  // ruleid: api/ok-status-on-error
  if (!body.name) return NextResponse.json({ success: false, message: 'A name is needed' })
  // ok: api/ok-status-on-error
  if (!body.mail) return NextResponse.json({ success: false }, { status: 400 })
  // ruleid: api/ok-status-on-error
  if (!body.team) return Response.json({ error: 'A team is needed' })
  // ok: api/ok-status-on-error
  return NextResponse.json({ success: body.name.length > 1 })
}
