import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row belongs to a jurisdiction or to a part of it: what is asked of a State (`ba`) is answered with what its parts
 * (`ba-srp`, ISO 3166-2) made too. Two conditions that an index by code serves.
 */
export function isWithin(column: string, jurisdiction: string): RawBuilder<boolean> {
  const code = sql.ref(column)
  // "." is the sign after "-", so that the range holds all that begins with the code and a hyphen.
  return sql`(${code} = ${jurisdiction} or (${code} >= ${`${jurisdiction}-`} and ${code} < ${`${jurisdiction}.`}))`
}
