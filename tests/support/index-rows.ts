import type { Store } from '../../db/connect.ts'
import { canonicalJson } from '../../db/digest.ts'
import { INDEX_TABLES } from '../../db/index-version.ts'

/** All rows of the index, in an order that does not depend on how they were written. */
export async function indexRows({ db }: Store) {
  const tables = await Promise.all(
    INDEX_TABLES.map(async (table) => {
      const rows: object[] = await db.selectFrom(table).selectAll().execute()
      return [table, rows.map((row) => canonicalJson(row)).sort()] as const
    }),
  )
  return Object.fromEntries(tables)
}
