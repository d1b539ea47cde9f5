import { Request, Response } from 'express'

class Kites {
  static async fly(req: Request, res: Response) {
    res.json([])
  }

  static async land(req: Request, res: Response) {
    if (!req.session.user) return res.status(401).json({ error: 'Sign in' })
    res.json({})
  }
}

export default Kites
