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
  const body = JSON.stringify({ message: 'Not for you' })
  if (id === '2') {
    // ruleid: api/error-envelope
    return { statusCode: 403, headers: {}, body }
  }
  if (id === '3') {
    // ruleid: api/error-envelope
    return respond(409, { reason: 'Taken' })
  }
  // ok: api/error-envelope
  return { statusCode: 200, headers: {}, body: JSON.stringify({ id }) }
}

// ok: api/error-envelope
export const schema = { statusCode: 400, body: { message: 'string' } }

const respond = (statusCode: number, value: unknown) => ({ statusCode, body: JSON.stringify(value) })
