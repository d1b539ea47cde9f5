import { createHash, scryptSync } from 'node:crypto'

export default async function accounts(app) {
  app.post('/accounts', async (request, reply) => {
    // ruleid: auth/weak-password-hash
    const hash = createHash('sha256').update(request.body.password).digest('hex')
    await save(request.body.email, hash)
    return reply.code(201).send({})
  })

  // What another handler does says nothing of that one.
  app.put('/accounts', async (request, reply) => {
    // ok: auth/weak-password-hash
    await save(request.body.email, scryptSync(request.body.password, request.body.salt, 32))
    return reply.code(204).send()
  })
}

export async function rehash(password: string, account) {
  // ok: auth/weak-password-hash
  if (createHash('sha1').update(password).digest('hex') === account.hash) account.hash = scryptSync(password, account.salt, 32)
}
