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

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (!req.headers.authorization) {
    res.writeHead(401, { 'WWW-Authenticate': challenge({ realm: 'api' }) })
    // ok: api/ok-status-on-error
    res.end(JSON.stringify({ error: 'unauthorized' }))
    return
  }
  // ruleid: api/ok-status-on-error
  res.end(JSON.stringify({ error: 'unknown' }))
}
