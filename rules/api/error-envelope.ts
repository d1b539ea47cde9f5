export async function create(req, res) {
  // ruleid: api/error-envelope
  if (!req.body.email) return res.status(400).json({ message: 'Invalid email' })
  // ok: api/error-envelope
  if (!req.body.name) return res.status(400).json({ error: 'Invalid name', code: 400 })
  const body = { error: 'Taken' }
  // ruleid: api/error-envelope
  if (taken) return res.status(409).json(body)
  // ok: api/error-envelope
  if (late) return res.status(409).json({ ...body, ...req.extra })
  // ruleid: api/error-envelope
  if (gone) return res.sendStatus(404)
  // ok: api/error-envelope
  res.status(201).json({ id: 1 })
}
