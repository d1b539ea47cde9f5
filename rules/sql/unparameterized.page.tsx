import { useState } from 'react'

export function Preview({ table, ids, pool }: { table: string; ids: string; pool: any }) {
  // What a page shows is run by nobody.
  // ok: sql/unparameterized
  const shown = `SELECT user, name FROM people WHERE id IN (${ids})`
  const [text] = useState(shown)
  // ruleid: sql/unparameterized
  const run = () => pool.query(`SELECT user FROM people WHERE label = '${table}'`)
  return <pre onClick={run}>{text}</pre>
}
