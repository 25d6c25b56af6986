/** Many rows into a table, as one JSON value a statement: thousands of parameters cost more than the rows they carry. */
import { type Selectable, sql } from 'kysely'
import type { Tables, Trx } from './tables.ts'

/** How many rows go to the database in one statement. */
const BATCH = 500

export function batches<T>(items: readonly T[], size = BATCH): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** Rows are whole and as they are read: every column has a value, JSON columns hold what the JSON says. */
export async function writeRows<Table extends keyof Tables>(
  trx: Trx,
  table: Table,
  rows: readonly Selectable<Tables[Table]>[],
): Promise<void> {
  const into = sql.table(table)
  for (const batch of batches(rows))
    await sql`insert into ${into} select * from json_populate_recordset(null::${into}, ${JSON.stringify(batch)}::json)`.execute(
      trx,
    )
}
