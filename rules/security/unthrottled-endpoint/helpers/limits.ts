export async function protect(scope: string, identifier: string) {
  const result = await security.consumeRateLimit({ scope, identifier })
  if (!result.allowed) throw new TooManyRequests()
}

export async function remember(scope: string, identifier: string) {
  await visits.add(scope, identifier)
}

const WINDOW = 60

export async function count(phone: string) {
  const key = `code:rate:${phone}`
  const times = await redis.incr(key)
  if (times > 5) throw new TooMany()
  await redis.expire(key, WINDOW)
}

export async function redeem(phone: string, code: string) {
  const sent = await codes.find(phone)
  if (sent.attempts >= 5) throw new TooMany()
  return sent.code === code
}

export async function note(phone: string) {
  await redis.incr(`visits:${phone}`)
}

export async function invent(phone: string) {
  let attempts = 0
  while (attempts < 10 && (await codes.exists(phone))) attempts++
  if (attempts >= 10) throw new Error('No code left')
}
