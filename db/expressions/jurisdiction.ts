import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row belongs to a jurisdiction or to a part of it: what is asked of a State (`ba`) is answered with what its parts
 * (`ba-srp`, ISO 3166-2) made too. Each is one equality, so that an index gives the rows in the order of their slugs.
 */
export function isWithin(column: string, jurisdiction: string): RawBuilder<boolean> {
  const code = sql.ref(column)
  return jurisdiction.includes('-')
    ? sql`${code} = ${jurisdiction}`
    : sql`split_part(${code}, '-', 1) = ${jurisdiction}`
}
