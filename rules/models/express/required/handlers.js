exports.create = async (req, res) => {
  res.status(201).json({})
}

exports.remove = async (req, res) => {
  if (!req.user) return res.status(401).json({})
  res.status(204).end()
}
