import { NextResponse } from 'next/server'
import { prisma } from '@/lib/prisma'

export async function POST(request: Request) {
  const post = await prisma.post.create({ data: await request.json() })
  // ruleid: rest/created-status
  return NextResponse.json({ post })
}

export async function PUT(request: Request) {
  const post = await prisma.post.create({ data: await request.json() })
  // ok: rest/created-status
  return NextResponse.json({ post })
}
