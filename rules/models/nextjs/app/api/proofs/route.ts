import { directory } from '@vendor/directory'
import { headers } from 'next/headers'

// What callers prove themselves by is read, and somebody else judges it.
// route: POST /api/proofs unknown
export async function POST(req: Request) {
  const list = await headers()
  const sent = list.get('Authorization')
  const answer = await directory.handle({ secret: sent ? sent.split(' ')[1] : null, body: await req.json() })
  return Response.json(answer)
}

// What is sent on to another server proves nothing of who calls here.
// route: PUT /api/proofs open
export async function PUT(req: Request) {
  const answer = await fetch(process.env.MAIL_URL, { headers: { Authorization: `Bearer ${process.env.MAIL_KEY}` } })
  return Response.json(await answer.json())
}

// route: DELETE /api/proofs unknown
export async function DELETE(req) {
  await notes.removeAll({ owner: req.auth.userId })
  return Response.json({})
}

// route: PATCH /api/proofs open
export async function PATCH(req) {
  await notes.touch({ by: req.auth?.userId ?? null })
  return Response.json({})
}
