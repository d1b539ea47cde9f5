import { withFeature } from '@acme/features'
import { auth } from '@/auth'

// route: POST /api/notes unknown
export const POST = auth(async (req) => Response.json({}))
// route: PUT /api/notes unknown
export const PUT = withFeature(async (req) => Response.json({}))
