export async function relay(req: Request, path: string): Promise<Response> {
  const headers: Record<string, string> = {}
  const authorization = req.headers.get('authorization')
  if (authorization) {
    headers['Authorization'] = authorization
  }
  return fetch(`${process.env.BACKEND_URL}${path}`, { method: 'POST', headers, body: await req.text() })
}
