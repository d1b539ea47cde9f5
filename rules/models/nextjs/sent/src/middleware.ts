import { NextResponse, type NextRequest } from 'next/server'

// What is only sent on decides nothing.
export function middleware(request: NextRequest) {
  if (!request.cookies.get('session')) {
    const login = new URL(`/sign-in?from=${encodeURIComponent(request.url)}`, request.url)
    login.searchParams.set('path', request.nextUrl.pathname)
    return NextResponse.redirect(login)
  }
  return NextResponse.next()
}

export const config = { matcher: ['/api/sent/:path*'] }
