import Database from 'better-sqlite3'

const db = new Database('app.db')
const byId = db.prepare('SELECT id FROM users WHERE id = ?')

export function queries(id: number) {
  db.prepare('SELECT name FROM users WHERE id = ?').get(id)
  db.prepare('DELETE FROM users').run()
  byId.get(id)
  const insert = db.prepare('INSERT INTO users (name) VALUES (?)')
  insert.run('Ada')
}

export const together = db.transaction((id: number) => {
  db.prepare('DELETE FROM users WHERE id = ?').run(id)
})

export function others(map: Map<string, string>) {
  map.get('a')
}
