import { handler } from '../../../lib/procedures'

async function handleRequest(request: Request) {
  const { response } = await handler.handle(request, { prefix: '/api' })
  return response ?? new Response('Not found', { status: 404 })
}

// route: GET /api/[[...rest]] open public
export const GET = handleRequest
// route: POST /api/[[...rest]] open public
export const POST = handleRequest
