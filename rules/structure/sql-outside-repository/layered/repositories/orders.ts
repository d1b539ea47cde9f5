import { Pool } from "pg";

export const open = (pool: Pool, userId: string) =>
  // ok: structure/sql-outside-repository
  pool.query("SELECT id FROM orders WHERE user_id = $1 AND open", [userId]);
