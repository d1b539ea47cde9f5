export async function protect(scope: string, identifier: string) {
  const result = await security.consumeRateLimit({ scope, identifier })
  if (!result.allowed) throw new TooManyRequests()
}

export async function remember(scope: string, identifier: string) {
  await visits.add(scope, identifier)
}
