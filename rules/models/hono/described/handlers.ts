export const list = async (c) => c.json([])
export const create = async (c) => c.json({}, 201)
