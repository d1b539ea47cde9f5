import { createClient } from '@supabase/supabase-js'
import { NextResponse } from 'next/server'

const supabase = createClient(process.env.URL!, process.env.KEY!)

export async function GET() {
  const { data, error } = await supabase.from('posts').select('*').limit(10)
  if (error) {
    // ruleid: api/error-leak
    return NextResponse.json({ error: error.message }, { status: 500 })
  }
  return NextResponse.json(data)
}

export async function POST(request: Request) {
  const { error: problem } = await supabase.from('posts').insert(await request.json())
  // ruleid: api/error-leak
  if (problem) return NextResponse.json({ problem }, { status: 500 })
  const { error } = await check(request)
  // What it says is not the database's.
  // ok: api/error-leak
  if (error) return NextResponse.json({ error: error.message }, { status: 500 })
  return NextResponse.json({}, { status: 201 })
}

export async function PUT(request: Request) {
  const { error } = await supabase.from('posts').update({ seen: true }).eq('id', 1)
  // ok: api/error-leak
  if (error) return NextResponse.json({ error: 'Not stored' }, { status: 500 })
  return NextResponse.json({})
}
