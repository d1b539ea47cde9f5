import { serve } from 'inngest/next'
import { client } from '@/lib/jobs'

// route: GET /api/jobs unknown
// route: POST /api/jobs unknown
export const { GET, POST } = serve({ client })
