const sessions = new Map<string, { user: string }>()

export function sessionOf(header: string | undefined) {
  return header ? sessions.get(header.replace('Bearer ', '')) : undefined
}
