export function connect() {
  return new Client()
}
