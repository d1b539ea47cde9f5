import ky from 'ky'
import got from 'got'
import superagent from 'superagent'

const client = ky.create({ prefixUrl: 'https://teams.example.com' })

export async function call(id: string, token: string) {
  // ruleid: auth/caller-missing-header
  await client.get('teams')
  // ruleid: auth/caller-missing-header
  await got.post(`https://teams.example.com/teams/${id}/invitations`, { json: {} })
  // ruleid: auth/caller-missing-header
  await superagent.get('https://teams.example.com/teams').set('Accept', 'application/json')
  // ok: auth/caller-missing-header
  await superagent.get('https://teams.example.com/teams').set('Authorization', token)
  // ok: auth/caller-missing-header
  await client.get('teams', { headers: { authorization: token } })
  // ok: auth/caller-missing-header
  await got.post(`https://teams.example.com/teams/${id}`, { json: {} })
}
