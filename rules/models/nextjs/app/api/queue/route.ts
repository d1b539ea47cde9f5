import { createQueueHandler, createTypedQueueHandler } from '@/lib/composed'

// route: POST /api/queue unknown
export const POST = createQueueHandler({ path: '/api/work' })
// route: PUT /api/queue unknown
export const PUT = createTypedQueueHandler({ path: '/api/work' })
