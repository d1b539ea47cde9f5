import { prisma } from './prisma'

export const insertNote = async (note) => {
  // ruleid: auth/unowned-foreign-id
  await prisma.note.create({ data: { text: note.text, folderId: note.folderId } })
}

export const insertOwnNote = async (note) => {
  // ok: auth/unowned-foreign-id
  await prisma.note.create({ data: { text: note.text, folderId: note.folderId } })
}
