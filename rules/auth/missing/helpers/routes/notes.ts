import { Router } from 'express'
import { senderOf } from '../session'

export const notes = Router()

class Notes {
  private async member(req) {
    return (await senderOf(req)).id
  }

  remove = async (req, res) => {
    const id = await this.member(req)
    res.json(await store.remove(req.params.id))
  }
}

const controller = new Notes()
// ok: auth/missing
notes.delete('/:id', controller.remove)
