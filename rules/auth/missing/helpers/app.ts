import express from 'express'
import type { Request } from 'express'
import { notes } from './routes/notes'
import { senderOf } from './session'

const app = express()
app.use('/notes', notes)

// A helper of the same file asks another file's guard.
async function writer(req: Request) {
  const member = await senderOf(req)
  audit(member)
  return member
}

// Who is not known is nobody in particular.
async function visitor(req: Request) {
  try {
    return await senderOf(req)
  } catch {
    return null
  }
}

// ok: auth/missing
app.delete('/drafts/:id', async (req, res) => {
  await writer(req)
  res.json(await drafts.remove(req.params.id))
})

// ruleid: auth/missing
app.delete('/pages/:id', async (req, res) => {
  await visitor(req)
  res.json(await pages.remove(req.params.id))
})
