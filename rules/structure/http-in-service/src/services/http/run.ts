// ok: structure/http-in-service
export const run = async (req, res) => {
  res.json(await work(req.body))
}
