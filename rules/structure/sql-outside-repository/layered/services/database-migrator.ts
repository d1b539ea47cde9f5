import { Pool } from "pg";

export class MigratorService {
  constructor(private readonly pool: Pool) {}

  lock() {
    // ok: structure/sql-outside-repository
    return this.pool.query("CREATE TABLE IF NOT EXISTS locks (id SERIAL PRIMARY KEY)");
  }
}
