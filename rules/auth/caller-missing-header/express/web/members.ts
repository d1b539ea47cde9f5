import axios from 'axios'
import { api, plain, session } from './clients'

export async function members() {
  // ruleid: auth/caller-missing-header
  await axios.get('/api/teams')
  // ruleid: auth/caller-missing-header
  await axios({ method: 'post', url: '/api/teams', data: {} })
  // ruleid: auth/caller-missing-header
  await plain.get('/teams')
  // ruleid: auth/caller-missing-header
  await plain.delete(`/teams/${1}/members/${2}`)
  // ok: auth/caller-missing-header
  await api.get('/teams')
  // ok: auth/caller-missing-header
  await session.post('/teams', {})
  // ok: auth/caller-missing-header
  await axios.post('/api/teams', {}, { headers: { Authorization: 'Bearer x' } })
  // ok: auth/caller-missing-header
  return axios.get('/api/teams', { withCredentials: true })
}
