'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { database } from '@/lib/database'

async function keep(change: (kept: Settings) => Partial<Settings>) {
  const kept = parseSettings((await cookies()).get('settings')?.value)
  ;(await cookies()).set('settings', JSON.stringify({ ...kept, ...change(kept) }))
}

// What only the caller's own browser keeps.
// ok: auth/missing
export async function updateLanguage(language: string) {
  await keep(() => ({ language }))
}

// ok: auth/missing
export async function updateTheme(theme: string) {
  const store = await cookies()
  store.set('theme', theme)
}

// ruleid: auth/missing
export async function updateTeam(id: string, name: string) {
  await database.teams.update(id, name)
  ;(await cookies()).set('team', id)
}

// ruleid: auth/missing
export async function updateName(name: string) {
  cookies().set('name', name)
  return saveName(name)
}

// ok: auth/missing
export async function updateAccountWithGitHub() {
  const place = new URL('login/oauth/authorize', 'https://github.com')
  place.searchParams.set('scope', 'user')
  redirect(place.toString())
}

// ruleid: auth/missing
export async function updateShop(id: string) {
  shop.names.set('id', id)
  redirect('/shop')
}
