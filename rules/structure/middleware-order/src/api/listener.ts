import { createServer } from 'node:http'
import type { Express } from 'express'

export async function startListener(app: Express) {
  const server = createServer(app)
  server.listen(8080)
  return server
}
