// Whose profile that is, the token says that was only just fetched: nobody was signed in before.
// route: GET /api/oauth/callback open public
export async function GET() {
  const answer = await provider.authorizedResponse()
  const accessToken = answer.access_token
  if (!accessToken) return Response.json({ error: 'Unauthorized' }, { status: 401 })
  const profile = await getUserProfile(accessToken)
  return Response.json(profile)
}
