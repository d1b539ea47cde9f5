import { NextResponse } from 'next/server'
import { db } from '@/lib/db'

// route: GET /api/teams open
export async function GET() {
  return NextResponse.json([])
}

// route: POST /api/teams open
export async function POST(req: Request) {
  const body = await req.json()
  return NextResponse.json(body, { status: 201 })
}

// Not a route: no method.
export async function helper() {
  return 1
}
