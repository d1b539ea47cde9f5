// route: * /api/version open
export default (req, res) => res.json({ version: '1' })
