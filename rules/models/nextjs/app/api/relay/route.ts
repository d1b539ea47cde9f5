import { relay } from '../../../lib/relay'

// The server behind it gets what callers prove themselves by.
// route: POST /api/relay unknown
export async function POST(req: Request) {
  return relay(req, '/v1/check-in')
}

// Whatever the browser sends by itself goes on to it.
// route: PUT /api/relay unknown
export async function PUT(req: Request) {
  const cookie = req.headers.get('cookie') ?? ''
  return fetch(process.env.BACKEND_URL, { method: 'PUT', headers: { Cookie: cookie }, body: await req.text() })
}
