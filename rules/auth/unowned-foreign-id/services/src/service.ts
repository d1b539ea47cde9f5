import { insertNote, insertOwnNote } from './repository'
import { prisma } from './prisma'

export function createNote(data) {
  return insertNote(data)
}

export async function createParsed(data) {
  // ruleid: auth/unowned-foreign-id
  return prisma.note.create({ data: { text: data.text, folderId: data.folderId, userId: data.userId } })
}

export async function createChecked(data) {
  // ok: auth/unowned-foreign-id
  return prisma.note.create({ data: { text: data.text, folderId: data.folderId } })
}

export async function createAllowed(data) {
  // ok: auth/unowned-foreign-id
  return prisma.note.create({ data: { text: data.text, folderId: data.folderId } })
}

export const folderOf = (userId, folderId) => prisma.folder.findFirst({ where: { id: folderId, ownerId: userId } })
