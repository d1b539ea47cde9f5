import { getSession } from '../../../lib/session'

const handler = async (req, res) => {
  const session = await getSession(req)
  if (!session) return res.status(401).json({ error: 'Sign in', code: 401 })
  switch (req.method) {
    case 'PUT':
      return res.json({})
    case 'DELETE':
      return res.status(204).end()
  }
}

// route: PUT /api/books/[id] authenticated
// route: DELETE /api/books/[id] authenticated
export default handler
