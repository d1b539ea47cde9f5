import { createHandler } from '../../lib/table'

// route: GET /api/boxes open
// route: POST /api/boxes open
export default createHandler({
  GET: async (req, res) => res.json([]),
  POST: async (req, res) => res.json({}),
})
