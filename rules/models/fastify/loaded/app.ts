import path from 'node:path'
import autoload from '@fastify/autoload'

export default async function app(fastify, options) {
  fastify.register(autoload, {
    dir: path.join(import.meta.dirname, 'routes'),
    autoHooks: true,
    cascadeHooks: true,
    options: { prefix: '/loaded', ...options },
  })
}
