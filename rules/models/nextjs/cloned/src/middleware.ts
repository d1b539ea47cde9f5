import { NextResponse, type NextRequest } from 'next/server'

// What names the page where callers log in turns them away, whatever it is called.
export function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (!request.cookies.get('session')) {
    const url = request.nextUrl.clone()
    url.pathname = '/login'
    url.searchParams.set('from', pathname)
    return NextResponse.redirect(url)
  }
  return NextResponse.next()
}

export const config = { matcher: ['/api/cloned/:path*'] }
