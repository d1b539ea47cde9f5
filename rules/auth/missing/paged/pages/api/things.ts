import type { NextApiRequest, NextApiResponse } from 'next'
import { pool } from '../../lib/mysql'

// Says of other methods that it does not take them, and takes this one.
// ruleid: auth/missing
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).json({ error: 'POST only', code: 405 })
  await pool.query('INSERT INTO things (name) VALUES (?)', [req.body.name])
  res.status(204).end()
}
