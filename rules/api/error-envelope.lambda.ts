import type { APIGatewayProxyEvent } from 'aws-lambda'

export const handler = async (event: APIGatewayProxyEvent) => {
  const id = event.pathParameters?.id
  if (!id) {
    // ruleid: api/error-envelope
    return { statusCode: 400, body: JSON.stringify({ message: 'An id is needed' }) }
  }
  if (id === '1') {
    // ok: api/error-envelope
    return { statusCode: 404, body: JSON.stringify({ error: 'No such order', code: 404 }) }
  }
  // ok: api/error-envelope
  return { statusCode: 200, headers: {}, body: JSON.stringify({ id }) }
}

// ok: api/error-envelope
export const schema = { statusCode: 400, body: { message: 'string' } }
