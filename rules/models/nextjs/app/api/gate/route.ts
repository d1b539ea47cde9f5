import { toNextJsHandler } from 'better-auth/next-js'
import { auth } from '@/lib/better'

// The pages by which people come in are open, whatever their maker is given.
// route: GET /api/gate unknown
// route: POST /api/gate unknown
export const { GET, POST } = toNextJsHandler(auth)
