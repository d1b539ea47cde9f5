import type { APIGatewayProxyEvent } from 'aws-lambda'

// route: POST ? unknown
// route: DELETE ? unknown
export const handler = async (event: APIGatewayProxyEvent) => {
  switch (event.httpMethod) {
    case 'POST':
      return { statusCode: 201, body: '{}' }
    case 'DELETE':
      return { statusCode: 204, body: '' }
  }
  return { statusCode: 405, body: '' }
}

// route: * ? authenticated
export const main = async (event) => {
  const claims = event.requestContext.authorizer?.claims
  if (!claims) return { statusCode: 401, body: '{}' }
  return { statusCode: 200, body: '{}' }
}

export const onClick = async (event) => {
  await save(event)
}
