import { withoutRole } from '../../lib/auth'
import { rename } from '../../lib/users'

export default withoutRole('banned', async (req, res, token) => {
  await rename(token.sub, req.body.name)
  res.status(200).end()
})
