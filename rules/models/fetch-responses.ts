export default {
  async fetch(request: Request): Promise<Response> {
    // response: 405 {error, code}
    if (request.method !== 'GET') return Response.json({ error: 'Only GET', code: 405 }, { status: 405 })
    // response: 404 text
    if (request.url.endsWith('/text')) return new Response('No such thing', { status: 404 })
    if (request.url.endsWith('/built')) {
      // response: 410 {error} sets content-type
      return new Response(JSON.stringify({ error: 'Gone' }), { status: 410, headers: { 'Content-Type': 'application/json' } })
    }
    // response: 200 default {id}
    return Response.json({ id: 1 })
  },
}

// What another server answers.
export async function quiet() {
  const response = await fetch('https://example.com')
  return response.json()
}
