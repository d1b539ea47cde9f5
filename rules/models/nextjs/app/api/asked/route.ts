import { readInput } from '@/lib/composed'

// Whether it turns callers away, what it is given decides.
// route: POST /api/asked unknown
export async function POST(req: Request) {
  const { body, error } = await readInput(req, schema)
  if (error) return error()
  return Response.json(await store(body))
}

// route: PUT /api/asked open
export async function PUT(req: Request) {
  const { body } = await readInput(req, schema, { skipAuth: true })
  return Response.json(await store(body))
}
