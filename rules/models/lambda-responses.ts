import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'

export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  // response: 400 {error, code}
  if (!event.body) return { statusCode: 400, body: JSON.stringify({ error: 'A body is needed', code: 400 }) }
  if (event.path === '/text') {
    // response: 404 text sets retry-after
    return { statusCode: 404, headers: { 'Retry-After': '1' }, body: 'No such thing' }
  }
  // response: 200 {id}
  return { statusCode: 200, body: JSON.stringify({ id: 1 }) }
}

// No answer, though it has a status.
export function quiet() {
  return { status: 400, message: 'x' }
}
