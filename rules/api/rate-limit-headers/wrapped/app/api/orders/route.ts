import { withLog } from '../../../lib/with-token'

// ruleid: api/rate-limit-headers
export const GET = withLog(async () => Response.json([]))
