// An amount here is one of bytes.
export function bodyLimit(value: string): number {
  const match = /^([0-9.]+)(kb|mb)$/.exec(value)
  if (!match) throw new Error(`not a size: ${value}`)
  // ok: api/money-float
  const amount = Number.parseFloat(match[1])
  return Math.floor(amount * (match[2] === 'kb' ? 1024 : 1024 * 1024))
}
