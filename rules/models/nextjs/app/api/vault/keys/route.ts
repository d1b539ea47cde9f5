// route: POST /api/vault/keys authenticated
export async function POST(req: Request) {
  return Response.json({})
}
