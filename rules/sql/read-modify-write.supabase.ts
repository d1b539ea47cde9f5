import { createClient } from '@supabase/supabase-js'

const supabase = createClient('https://example.com', 'key')

export async function ofSupabase(id: string, amount: number) {
  const { data: wallet } = await supabase.from('wallets').select('balance').eq('id', id).single()
  // ruleid: sql/read-modify-write
  await supabase.from('wallets').update({ balance: wallet!.balance - amount }).eq('id', id)
}
