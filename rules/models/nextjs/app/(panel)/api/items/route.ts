// route: POST /api/items open
export async function POST(req: Request) {
  return Response.json({})
}
