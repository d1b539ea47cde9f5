import { withTracing } from '@acme/tracing'
import { auth } from '@/auth'

// route: POST /api/notes authenticated
export const POST = auth(async (req) => Response.json({}))
// route: PUT /api/notes unknown
export const PUT = withTracing(async (req) => Response.json({}))
