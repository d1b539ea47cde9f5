import { api } from './client'

export async function moveOnServer(id: string, folder: string) {
  return api.put(`notes/${id}/folder`, { json: { folder } })
}
