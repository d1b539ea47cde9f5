import { relay } from '../../../lib/relay'

// The server behind it gets what callers prove themselves by.
// route: POST /api/relay unknown
export async function POST(req: Request) {
  return relay(req, '/v1/check-in')
}
