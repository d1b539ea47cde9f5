import { NextResponse } from 'next/server'

export async function DELETE(request: Request) {
  const token = request.headers.get('authorization')
  if (!token) return NextResponse.json({ error: 'Unauthorized', code: 401 }, { status: 401 })
  return NextResponse.json({})
}
