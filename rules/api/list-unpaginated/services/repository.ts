import Database from 'better-sqlite3'

const db = new Database('wallets.db')

export class WalletRepository {
  ofUser(userId: number) {
    // ruleid: api/list-unpaginated
    return db.prepare('SELECT id FROM wallets WHERE user_id = ?').all(userId)
  }

  ofOthers(userId: number) {
    // ruleid: api/list-unpaginated
    return db.prepare('SELECT id FROM wallets WHERE user_id != ?').all(userId)
  }

  few(userId: number) {
    // ok: api/list-unpaginated
    return db.prepare('SELECT id FROM wallets WHERE user_id = ? LIMIT 20').all(userId)
  }
}
