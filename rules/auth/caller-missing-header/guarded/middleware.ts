import { NextRequest, NextResponse } from 'next/server'
import { getToken } from 'next-auth/jwt'

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request })
  if (!token) {
    return NextResponse.json({ error: 'Unauthorized', code: 401 }, { status: 401 })
  }
  return NextResponse.next()
}

export const config = { matcher: ['/api/studio/:path*'] }
