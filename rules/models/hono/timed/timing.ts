export async function timed(c, label, work) {
  const start = Date.now()
  const result = await work()
  c.header('Server-Timing', `${label};dur=${Date.now() - start}`)
  return result
}
