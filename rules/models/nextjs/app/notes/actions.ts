'use server'

import { eq } from 'drizzle-orm'
import { auth } from '@/auth'
import { database, db, noteTable } from '@/lib/database'
import { checked, checkedWithOwner } from '@/lib/checked'
import { moveOnServer } from '@/lib/server'
import { getHeaders, sdk } from '@/lib/sdk'

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

// route: POST /shareNote authenticated
export async function shareNote(id: string) {
  const session = await auth()
  if (!session) throw new Error('Log in first')
  await notes.share(id)
}

// route: POST /pinNote authenticated
export async function pinNote(id: string) {
  const session = await auth()
  const note = await notes.find(id)
  if (!isAuthor(session, note.owner) && !isModerator(session)) {
    return { success: false }
  }
  await notes.pin(id)
}

// route: POST /archiveNote authenticated
export async function archiveNote(id: string) {
  const viewer = await getCurrentViewer()
  if (!viewer) return null
  await notes.archive(id)
}

// route: POST /copyNote open
export const copyNote = checked(schema, async (data) => {
  await notes.copy(data.id)
})

const shelve = async (data) => {
  await notes.move(data.id, data.folder)
}

// route: POST /shelveNote open
export const shelveNote = checked(schema, shelve)

// route: POST /tagNote authenticated
export const tagNote = checkedWithOwner(schema, async (data, user) => {
  await notes.tag(data.id, user)
})

// What is stored is no request that somebody else answers.
// route: POST /importNote open
export async function importNote(note: Note) {
  return database.notes.create({ ...note, imported: true })
}

// A user whom the caller names is no caller.
// route: POST /giveNote open
export async function giveNote(id: string, email: string) {
  const user = await getUser(email)
  if (!user) throw new Error('Nobody has this address')
  await notes.give(id, user)
}

// What a helper returns turns nobody away.
async function getCurrentViewer() {
  const session = await auth()
  if (!session?.user) return null
  return viewers.of(session.user)
}

// route: POST /greet open
export async function greet() {
  const viewer = await getCurrentViewer()
  await greetings.add(viewer?.name ?? 'somebody')
}

// The server that is called asks who calls, or it does not.
// route: POST /moveNote unknown
export async function moveNote(id: string, folder: string) {
  await moveOnServer(id, folder)
}

// route: POST /sendNote unknown
export async function sendNote(id: string) {
  await fetch(`https://notes.example/api/notes/${id}/send`, { method: 'POST' })
}

// What says that it reads is no write, and what is not exported is no action.
export async function getNotes() {
  return notes.all()
}

async function helper() {
  await notes.touch()
}

// Saying so twice makes no second action of it.
// route: POST /touchNote open
export async function touchNote(id: string) {
  'use server'
  await notes.touch(id)
}

// Who is not signed in has no team.
// route: POST /leaveTeam authenticated
export async function leaveTeam(teamId: string) {
  const user = await app.getUser()
  const team = await user?.getTeam(teamId)
  if (!team) throw new Error('Team not found')
  await team.leave(user)
}

// Neither is what makes a predicate of an id.
// route: POST /dropNote open
export async function dropNote(id: string) {
  await db.delete(noteTable).where(eq(noteTable.id, id))
}

// The server that it is sent to may ask who that is.
// route: POST /sendNote unknown
export async function sendNote(id: string) {
  const headers = { ...(await getHeaders()) }
  return sdk.store.notes.create({ id }, {}, headers)
}

// route: POST /sendNoteAgain unknown
export async function sendNoteAgain(id: string) {
  return sendNote(id)
}
