import { NextRequest, NextResponse } from 'next/server'

export async function GET(request: NextRequest) {
  const id = request.nextUrl.searchParams.get('id')
  // response: 400 {error, code}
  if (!id) return NextResponse.json({ error: 'An id is needed', code: 400 }, { status: 400 })
  // response: 200 default {id}
  return NextResponse.json({ id })
}

export async function POST(request: NextRequest) {
  // response: 503 {error} sets retry-after
  const response = NextResponse.json({ error: 'Busy' }, { status: 503, headers: { 'Retry-After': '10' } })
  return response
}

export async function DELETE() {
  // response: 204 empty
  return new NextResponse(null, { status: 204 })
}
