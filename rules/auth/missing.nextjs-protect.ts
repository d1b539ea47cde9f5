'use server'

import { auth } from '@clerk/nextjs/server'
import { database } from '@/lib/database'

// ok: auth/missing
export async function updateBoat(id: string, name: string) {
  const { userId } = auth().protect()
  await database.boats.update(id, name, userId)
}

// ruleid: auth/missing
export async function updateSail(id: string, name: string) {
  await database.sails.update(id, name)
}
