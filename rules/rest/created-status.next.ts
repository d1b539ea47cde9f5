import { NextResponse } from 'next/server'
import { db } from '@/db'

const posts = {}

// A handler of no file route.
export async function POST(request: Request) {
  const post = await db.insert(posts).values(await request.json()).returning()
  // ok: rest/created-status
  return NextResponse.json(post)
}
