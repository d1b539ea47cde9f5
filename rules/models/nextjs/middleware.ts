import { NextResponse } from 'next/server'

export function middleware(request) {
  if (!request.cookies.get('session')) return new NextResponse('Unauthorized', { status: 401 })
  return NextResponse.next()
}

export const config = { matcher: ['/api/vault/:path*'] }
