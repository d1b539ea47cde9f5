// The server takes its token from a cookie, which the browser sends along on the page's own origin.
export async function teams() {
  // ok: auth/caller-missing-header
  await fetch('/teams')
  // ruleid: auth/caller-missing-header
  await fetch('https://teams.example.com/teams')
}
