import { createClient } from '@supabase/supabase-js'

const supabase = createClient('', '')

export async function queries(id: string) {
  // query: select users where one
  await supabase.from('users').select('name').eq('id', id).single()
  // query: select users all limit 10
  await supabase.from('users').select('name').limit(10)
  // query: insert users all sets name
  await supabase.from('users').insert({ name: 'Ada' })
  // query: update users where sets name
  await supabase.from('users').update({ name: 'Ada' }).eq('id', id)
  // query: delete users all
  await supabase.from('users').delete()
}

export function others(values: number[]) {
  return Array.from(values)
}
