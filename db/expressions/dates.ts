import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../vocabulary/edtf.ts'

/**
 * Whether something dated (a table or alias with on_earliest and on_latest) may have happened between two days; null is open,
 * there as here. One expression, which a GiST index holds. `from` is not after `to`.
 */
export function mayBeWithin(table: string, from: Day | undefined, to: Day | undefined): RawBuilder<boolean> {
  const [earliest, latest] = [sql.ref(`${table}.on_earliest`), sql.ref(`${table}.on_latest`)]
  return sql`daterange(${earliest}, ${latest}, '[]') && daterange(${from ?? null}::date, ${to ?? null}::date, '[]')`
}
