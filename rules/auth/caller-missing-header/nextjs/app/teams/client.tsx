'use client'

export function Teams({ id }: { id: string }) {
  const load = async () => {
    // The page's own cookies go with it.
    // ok: auth/caller-missing-header
    const response = await fetch('/api/teams')
    return response.json()
  }
  const join = async () => {
    // The token is in a cookie of next-auth's.
    // ok: auth/caller-missing-header
    await fetch('/api/members', { method: 'POST' })
  }
  const rename = async (name: string) => {
    // So is the one that a wrapper of another file asks for.
    // ok: auth/caller-missing-header
    await fetch('/api/name', { method: 'POST', body: JSON.stringify({ name }) })
  }
  const report = async (text: string) => {
    // Whoever sends no key may report, too.
    // ok: auth/caller-missing-header
    await fetch('https://teams.example.com/api/reports', { method: 'POST', body: JSON.stringify({ text }) })
  }
  const remove = async () => {
    // ruleid: auth/caller-missing-header
    await fetch(`/api/teams/${id}`, { method: 'DELETE' })
  }
  const rank = async () => {
    // The guard that reads the session has only the name of its error from the header.
    // ok: auth/caller-missing-header
    await fetch('/api/ranks', { method: 'POST' })
  }
  const elsewhere = async () => {
    // ruleid: auth/caller-missing-header
    await fetch('https://teams.example.com/api/teams')
    // ok: auth/caller-missing-header
    await fetch('https://teams.example.com/api/teams', { credentials: 'include' })
  }
  return <button onClick={remove}>Remove</button>
}
