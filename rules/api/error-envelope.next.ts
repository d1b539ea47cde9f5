import { NextRequest, NextResponse } from 'next/server'

function fail(message: string, status: number) {
  return NextResponse.json({ message }, { status })
}

const answer = (body: unknown, init: ResponseInit) => Response.json(body, init)

export async function GET(request: NextRequest) {
  const id = request.nextUrl.searchParams.get('id')
  // ruleid: api/error-envelope
  if (!id) return NextResponse.json({ error: 'An id is needed' }, { status: 400 })
  // ok: api/error-envelope
  if (id === '1') return NextResponse.json({ error: 'No such order', code: 404 }, { status: 404 })
  // ruleid: api/error-envelope
  if (id === '2') return Response.json({ message: 'No such order' }, { status: 404 })
  // ruleid: api/error-envelope
  if (id === '3') return new Response('No such order', { status: 404 })
  // ruleid: api/error-envelope
  if (id === '4') return new Response(JSON.stringify({ error: 'No such order' }), { status: 404 })
  // ok: api/error-envelope
  if (id === '5') return new Response(JSON.stringify({ error: 'No such order', code: 404 }), { status: 404 })
  // ok: api/error-envelope
  if (id === '6') return new Response(null, { status: 404 })
  // ruleid: api/error-envelope
  if (id === '7') return fail('No such order', 404)
  // ruleid: api/error-envelope
  if (id === '8') return new NextResponse('Not for you', { status: 403 })
  const refusal = { status: 403, headers: { 'x-reason': 'role' } }
  // ruleid: api/error-envelope
  if (id === '9') return NextResponse.json({ message: 'Not for you' }, refusal)
  // ruleid: api/error-envelope
  if (id === '10') return answer({ message: 'Not for you' }, refusal)
  // ok: api/error-envelope
  if (id === '11') return answer({ message: 'found' }, { headers: {} })
  // ok: api/error-envelope
  if (id === '12') return NextResponse.json({ message: 'who knows' }, request.init)
  // ok: api/error-envelope
  return NextResponse.json({ message: 'found' })
}

export default async function handler(req, res) {
  // ruleid: api/error-envelope
  if (req.method !== 'POST') return res.status(405).json({ message: 'Only POST' })
  // ruleid: api/error-envelope
  if (!req.body) return res.status(400).end('A body is needed')
  // ok: api/error-envelope
  if (!req.body.name) return res.status(400).end()
  // ok: api/error-envelope
  res.status(200).json({ message: 'made' })
}
