import { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

const keyPlugin = fastifyPlugin(
  async (fastify) => {
    const keys = new Set(process.env.KEYS.split(','))
    fastify.addHook('onRequest', (request, reply, done) => {
      if (typeof request.headers.apikey !== 'string' || !keys.has(request.headers.apikey)) {
        reply.status(401).send()
        return
      }
      done()
    })
  },
  { name: 'api-key' },
)

export function registerKeyAuth(fastify: FastifyInstance) {
  fastify.register(keyPlugin)
}

async function session(fastify: FastifyInstance) {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.session.user) return reply.status(401).send()
  })
}
const sessionPlugin = fastifyPlugin(session)

export async function signedIn(fastify: FastifyInstance) {
  fastify.register(sessionPlugin)
  // route: POST /signed-in authenticated
  fastify.post('/signed-in', async () => ({}))
}

export async function wrapped(fastify: FastifyInstance) {
  fastify.register(fastifyPlugin(session))
  // route: POST /wrapped authenticated
  fastify.post('/wrapped', async () => ({}))
}

export async function apart(fastify: FastifyInstance) {
  fastify.register(session)
  // A plugin that is not shared guards nothing but itself.
  // route: POST /apart open
  fastify.post('/apart', async () => ({}))
}

export async function sometimes(fastify: FastifyInstance, options: { guarded: boolean }) {
  if (options.guarded) {
    fastify.register(keyPlugin)
  }
  // route: POST /sometimes unknown
  fastify.post('/sometimes', async () => ({}))
}
