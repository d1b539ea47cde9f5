import { Pool } from "pg";

export class OrderService {
  constructor(private readonly pool: Pool) {}

  open(userId: string) {
    // ruleid: structure/sql-outside-repository
    return this.pool.query("SELECT id FROM orders WHERE user_id = $1 AND open", [userId]);
  }

  // ok: structure/sql-outside-repository
  describe = () => "Select an order from the list";
}
