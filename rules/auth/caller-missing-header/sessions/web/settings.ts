import axios from 'axios'

export async function save(id: string, settings: Settings) {
  // The page's own server may know its visitors by a cookie that the browser sends.
  // ok: auth/caller-missing-header
  await axios.post(`/api/users/${id}/settings`, settings)
}

export async function linkAccount(token: string) {
  // What another server asks for says nothing of one's own.
  // ok: auth/caller-missing-header
  return axios.get('https://accounts.elsewhere.example/me', { headers: { 'X-Api-Token': token } })
}
