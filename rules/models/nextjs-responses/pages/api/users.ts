import type { NextApiRequest, NextApiResponse } from 'next'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  // response: 405 {error, code}
  if (req.method !== 'GET') return res.status(405).json({ error: 'Only GET', code: 405 })
  // response: 204 empty
  if (req.query.quiet) return res.status(204).end()
  // response: 200 array
  res.status(200).json([])
}
