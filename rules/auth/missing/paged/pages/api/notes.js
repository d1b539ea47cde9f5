import { requireUser } from '../../lib/session'

// ok: auth/missing
export default requireUser(async (req, res) => {
  await pool.query('DELETE FROM notes WHERE id = ?', [req.query.id])
  res.status(204).end()
})
