// ok: rest/verb-in-path
export async function GET() {
  return Response.json([])
}
