import type { Request, Response } from 'express'
import { prisma } from './prisma.service'

export class BooksController {
  list = async (req: Request, res: Response) => {
    // ruleid: api/list-unpaginated
    res.json(await prisma.book.findMany())
  }

  async lent(req: Request, res: Response) {
    // ruleid: api/list-unpaginated
    res.json(await prisma.book.findMany({ where: { lent: true } }))
  }

  async lost(req: Request, res: Response) {
    // ruleid: api/list-unpaginated
    res.json(await prisma.book.findMany({ where: { lost: true } }))
  }

  // No route asks for it.
  async burnt(req: Request, res: Response) {
    // ok: api/list-unpaginated
    res.json(await prisma.book.findMany({ where: { burnt: true } }))
  }
}
