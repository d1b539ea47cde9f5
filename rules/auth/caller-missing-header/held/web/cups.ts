export async function fill(id: string) {
  // ruleid: auth/caller-missing-header
  return fetch(`/cups/${id}`, { method: 'PUT' })
}

export async function fillSigned(id: string, token: string) {
  // ok: auth/caller-missing-header
  return fetch(`/cups/${id}`, { method: 'PUT', headers: { Authorization: `Bearer ${token}` } })
}
