import { NextResponse } from 'next/server'
import { AuthorizationError, requireRole } from '@/lib/roles'

async function ensureAdmin(): Promise<NextResponse | null> {
  try {
    await requireRole(['admin'])
    return null
  } catch (error) {
    if (error instanceof AuthorizationError) return NextResponse.json({ error: 'Forbidden', code: 403 }, { status: 403 })
    throw error
  }
}

export async function POST() {
  const denied = await ensureAdmin()
  if (denied) return denied
  return NextResponse.json({}, { status: 201 })
}
