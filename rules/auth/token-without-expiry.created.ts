import { randomUUID } from 'node:crypto'

export async function enrol(email: string) {
  const inviteToken = randomUUID()
  // ruleid: auth/token-without-expiry
  const rower = await Rower.create({ email, inviteToken })
  // ruleid: auth/token-without-expiry
  await prisma.rower.create({ data: { email, verificationToken: randomUUID() } })
  // ok: auth/token-without-expiry
  await Rower.create({ email, inviteToken, inviteExpires: new Date(Date.now() + 864e5) })
  // What is only made here is saved elsewhere.
  // ok: auth/token-without-expiry
  const draft = rowers.create({ email, inviteToken })
  return [rower, draft]
}

export async function ask(database, email: string) {
  // ruleid: auth/token-without-expiry
  await database.collection('invitations').insertOne({ email, token: randomUUID() })
  // ok: auth/token-without-expiry
  await database.collection('invitations').insertOne({ email, token: randomUUID(), expiresAt: new Date() })
}
