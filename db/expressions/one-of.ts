import { type RawBuilder, sql } from 'kysely'

/** Whether a column is one of these texts: one parameter however many there are, and an empty list holds nothing. */
export const isOneOf = (column: string, texts: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.ref(column)} = any(${[...texts]}::text[])`

/** The same, where the texts may be the answer of a query. */
export const isAmong = (column: string, texts: readonly string[] | RawBuilder<unknown>): RawBuilder<boolean> =>
  'toOperationNode' in texts ? sql`${sql.ref(column)} in (${texts})` : isOneOf(column, texts)
