import { verifyUser } from '../../lib/wicks'

// What it is given is what somebody sent to be checked.
// route: POST /api/wicks open
export default async function wicks(req, res) {
  const user = await verifyUser(req.body.code)
  if (!user) return res.status(400).json({ error: 'No such code', code: 400 })
  if (req.method === 'POST') return res.status(201).json({})
}
