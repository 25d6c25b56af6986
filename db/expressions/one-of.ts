import { type RawBuilder, sql } from 'kysely'

/** Whether a column is one of these texts: one parameter however many there are, and an empty list holds nothing. */
export const isOneOf = (column: string, texts: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} = any(${[...texts]}::text[])`
