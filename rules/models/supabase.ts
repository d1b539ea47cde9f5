import { createClient } from '@supabase/supabase-js'

const supabase = createClient('', '')

export async function queries(id: string) {
  await supabase.from('users').select('name').eq('id', id).single()
  await supabase.from('users').select('name').limit(10)
  await supabase.from('users').insert({ name: 'Ada' })
  await supabase.from('users').update({ name: 'Ada' }).eq('id', id)
  await supabase.from('users').delete()
}

export function others(values: number[]) {
  return Array.from(values)
}
