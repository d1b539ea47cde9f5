import { withAccount, withClock } from '@/lib/composed'

// A function that turns callers away is handed on together with the handler.
// route: POST /api/handed authenticated
export const POST = withAccount('handed', async (req) => Response.json({}))
// route: PUT /api/handed authenticated
export const PUT = withAccount(async (req) => Response.json({}))
// route: DELETE /api/handed open
export const DELETE = withClock(async (req) => Response.json({}))
