import Fluent
import SQLKit

struct AddAge: AsyncMigration {
    func prepare(on database: any Database) async throws {
        // ruleid: sql/unsafe-migration
        try await (database as! any SQLDatabase).raw("ALTER TABLE users ADD COLUMN age integer NOT NULL").run()
    }

    func revert(on database: any Database) async throws {
        // ok: sql/unsafe-migration
        try await (database as! any SQLDatabase).raw("ALTER TABLE users DROP COLUMN age").run()
    }
}
