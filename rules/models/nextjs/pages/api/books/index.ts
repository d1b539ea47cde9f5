import type { NextApiRequest, NextApiResponse } from 'next'

// route: GET /api/books open
// route: POST /api/books open
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') return res.json([])
  if (req.method === 'POST') return res.status(201).json({})
  res.status(405).end()
}
