import { Router } from 'express'
import * as service from './service'
import { noteSchema } from './schema'

export const notes = Router()

notes.post('/', async (req, res) => {
  res.status(201).json(await service.createNote(req.body))
})

notes.post('/parsed', async (req, res) => {
  const input = noteSchema.parse(req.body)
  const note = await service.createParsed({ ...input, userId: req.user.id })
  res.status(201).json(note)
})

notes.post('/checked', async (req, res) => {
  const folder = await service.folderOf(req.user.id, req.body.folderId)
  if (!folder) return res.status(404).json({ error: 'No such folder', code: 404 })
  res.status(201).json(await service.createChecked(req.body))
})

notes.post('/allowed', async (req, res) => {
  await service.authorize(req)
  res.status(201).json(await service.createAllowed(req.body))
})
