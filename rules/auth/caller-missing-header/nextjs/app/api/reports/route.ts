import { NextResponse } from 'next/server'
import { parseAuth } from '../../../lib/auth'
import { addReport } from '../../../lib/reports'

export async function POST(request: Request) {
  const user = await parseAuth(request)
  await addReport(user, await request.json())
  return NextResponse.json({}, { status: 201 })
}
