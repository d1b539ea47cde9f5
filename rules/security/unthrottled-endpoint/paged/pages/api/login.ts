import type { NextApiRequest, NextApiResponse } from 'next'

// What reads a body is sent one, though nothing asks for the method.
// ruleid: security/unthrottled-endpoint
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { email, password } = req.body
  res.json(await enter(email, password))
}
