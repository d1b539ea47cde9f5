import { withMember, withTiming } from '@/lib/access'

// route: POST /api/wrapped authenticated
export const POST = withMember(async (req) => Response.json({}))
// route: PUT /api/wrapped authenticated
export const PUT = withTiming(withMember(async (req) => Response.json({})))
// route: DELETE /api/wrapped open
export const DELETE = withTiming(async (req) => Response.json({}))
// route: PATCH /api/wrapped authenticated
export const PATCH = PUT
