// The session's cookie goes along on the page's own origin.
export async function posts() {
  // ok: auth/caller-missing-header
  const response = await fetch('/api/studio/posts')
  return response.json()
}

export async function postsFromElsewhere() {
  // ruleid: auth/caller-missing-header
  const response = await fetch('https://studio.example.com/api/studio/posts')
  return response.json()
}
