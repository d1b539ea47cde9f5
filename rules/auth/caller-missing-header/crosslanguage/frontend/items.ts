import axios from 'axios'

const API = import.meta.env.VITE_API_URL
const client = axios.create({ baseURL: `${API}/api/v1` })

export class ItemService {
  constructor(private readonly token: string) {}

  private async request(path: string, init: RequestInit = {}) {
    return fetch(`${API}/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${this.token}` } })
  }

  list() {
    // ok: auth/caller-missing-header
    return this.request('/items')
  }
}

export async function items(id: number) {
  // ruleid: auth/caller-missing-header
  await client.get('/items/')
  // ruleid: auth/caller-missing-header
  await client.put(`/items/${id}`, { name: 'a' })
  // ruleid: auth/caller-missing-header
  await fetch(`${API}/api/v1/items/${id}`, { method: 'PUT', body: '{}' })
  // ok: auth/caller-missing-header
  await client.put(`/items/${id}`, { name: 'a' }, { headers: { Authorization: 'Bearer x' } })
  // ok: auth/caller-missing-header
  return client.get('/version')
}
