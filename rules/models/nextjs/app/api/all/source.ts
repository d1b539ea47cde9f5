export async function GET(request: Request) {
  return Response.json({})
}

export async function PUT(request: Request) {
  return Response.json(await save(await request.json()))
}
