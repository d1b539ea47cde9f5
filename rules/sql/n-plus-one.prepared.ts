import Database from 'better-sqlite3'

const db = new Database('shop.db')
const byShelf = db.prepare('SELECT id FROM jars WHERE shelf_id = ?')
const statements = {
  byShelf: db.prepare('SELECT id FROM jars WHERE shelf_id = ?'),
  move: db.prepare('UPDATE jars SET shelf_id = ? WHERE id = ?'),
}

// Where a statement is kept that was prepared, it is still read for each row.
export function jars(owner: number) {
  const shelves = db.prepare('SELECT id FROM shelves WHERE owner_id = ? LIMIT 20').all(owner)
  for (const shelf of shelves) {
    // ruleid: sql/n-plus-one
    shelf.jars = byShelf.all(shelf.id)
    // ruleid: sql/n-plus-one
    shelf.others = statements.byShelf.all(shelf.id)
    // ok: sql/n-plus-one
    statements.move.run(shelf.id, 1)
  }
  return shelves
}

export class JarRepository {
  #byShelf = db.prepare('SELECT id FROM jars WHERE shelf_id = ?')
  private readonly byOwner
  private changing = db.prepare('SELECT id FROM jars WHERE shelf_id = ?')

  constructor(private readonly database: any) {
    this.byOwner = this.database.prepare('SELECT id FROM jars WHERE owner_id = ?')
  }

  change() {
    this.changing = other()
  }

  all(shelves: any[]) {
    for (const shelf of shelves) {
      // ruleid: sql/n-plus-one
      shelf.jars = this.#byShelf.all(shelf.id)
      // ruleid: sql/n-plus-one
      shelf.owned = this.byOwner.all(shelf.ownerId)
      // ok: sql/n-plus-one
      shelf.changed = this.changing.all(shelf.id)
    }
  }
}
