import verifyUser from '../../lib/verify-user'

// route: POST /api/lamps authenticated
export default async function lamps(req, res) {
  const user = await verifyUser({ req, res })
  if (!user) return
  if (req.method === 'POST') return res.status(201).json({})
}
