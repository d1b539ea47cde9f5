'use server'

import { auth } from '@/auth'

// route: POST /createNote open
export async function createNote(form: FormData) {
  await notes.create({ title: form.get('title') })
}

// route: POST /removeNote open
export const removeNote = async (id: string) => {
  await notes.remove(id)
}

// route: POST /renameNote authenticated
export async function renameNote(id: string, title: string) {
  const session = await auth()
  if (!session?.user) throw new Error('Unauthorized')
  await notes.rename(id, title)
}

// What says that it reads is no write, and what is not exported is no action.
export async function getNotes() {
  return notes.all()
}

async function helper() {
  await notes.touch()
}
