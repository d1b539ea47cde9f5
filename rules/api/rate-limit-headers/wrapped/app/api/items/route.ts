import { withToken } from '../../../lib/with-token'

// ok: api/rate-limit-headers
export const GET = withToken(async () => Response.json([]))
