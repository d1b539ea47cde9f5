export async function create(req, res) {
  // lintel-ignore: api/error-envelope -- legacy clients
  if (!req.body.email) return res.status(400).json({ message: 'Invalid email' })
  // ruleid: lintel/unused-suppression
  // lintel-ignore: api/error-envelope -- legacy clients
  if (!req.body.name) return res.status(400).json({ error: 'Invalid name', code: 400 })
  // ruleid: lintel/unused-suppression
  // lintel-ignore: api/no-such-rule
  if (!req.body.age) return res.status(400).json({ error: 'Invalid age', code: 400 })
  // ruleid: lintel/unused-suppression
  // lintel-ignore: api/error-envelope -- until 2025-12-31: the old app
  if (!req.body.role) return res.status(400).json({ error: 'Invalid role', code: 400 })
  // ok: lintel/unused-suppression
  // Comments that speak of lintel-ignore: api/error-envelope are no directives.
  res.status(201).json({ id: 1 })
}
