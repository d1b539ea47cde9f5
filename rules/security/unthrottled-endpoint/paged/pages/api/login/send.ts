import type { NextApiRequest, NextApiResponse } from 'next'

// ok: security/unthrottled-endpoint
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  res.json({ providers: await providers() })
}
