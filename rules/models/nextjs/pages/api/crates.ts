import { createGuarded } from '../../lib/table'

const GET = async (req, res) => res.json([])
async function post(req, res) {
  res.json({})
}

// route: GET /api/crates authenticated
// route: POST /api/crates authenticated
export default createGuarded({ GET, POST: post })
