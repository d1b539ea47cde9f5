export const createHandler = (handlers) => async (req, res) => {
  const handler = handlers[req.method]
  if (!handler) return res.status(405).end()
  await handler(req, res)
}

export const createGuarded = (handlers) => async (req, res) => {
  if (!req.headers.authorization) return res.status(401).end()
  await handlers[req.method](req, res)
}
