export const login = async (req, res) => res.json({})
export const create = async (req, res) => res.json({})
export const update = async (req, res) => {
  if (req.user.id !== req.params.id) throw new ForbiddenError()
  res.json({})
}
export const remove = async (req, res) => res.json({})
