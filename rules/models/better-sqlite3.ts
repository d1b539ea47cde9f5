import Database from 'better-sqlite3'

const db = new Database('app.db')
const byId = db.prepare('SELECT id FROM users WHERE id = ?')

export function queries(id: number) {
  // query: select users where one
  db.prepare('SELECT name FROM users WHERE id = ?').get(id)
  // query: delete users all
  db.prepare('DELETE FROM users').run()
  // query: select users where one
  byId.get(id)
  const insert = db.prepare('INSERT INTO users (name) VALUES (?)')
  // query: insert users all sets name
  insert.run('Ada')
}

export const together = db.transaction((id: number) => {
  // query: delete users where in transaction
  db.prepare('DELETE FROM users WHERE id = ?').run(id)
})

export function others(map: Map<string, string>) {
  map.get('a')
}
