/** Pages of a sorted list by the place of the item before, so that a page costs what it returns, wherever it begins. */
import { type RawBuilder, sql } from 'kysely'

export interface KeysetPage {
  /** Slug after which the page begins. */
  after?: string | undefined
  /** With `after`: what that item was sorted by; null where it has none. Items without it come last. */
  afterValue?: string | null | undefined
  descending?: boolean | undefined
  limit?: number | undefined
}

export interface KeysetOrder {
  slug: string
  /** What is sorted by before the slug; null for the slug alone. `open`: a date that may be missing. */
  column: { name: string; type: 'text' | 'date'; open: boolean } | null
}

/** The day that stands for a missing one, which comes last in either direction; an index holds the same expression. */
const lastDay = (descending: boolean): RawBuilder<unknown> => (descending ? sql`'-infinity'` : sql`'infinity'`)

const sortedBy = ({ name, open }: NonNullable<KeysetOrder['column']>, descending: boolean): RawBuilder<unknown> =>
  open ? sql`coalesce(${sql.ref(name)}, ${lastDay(descending)})` : sql`${sql.ref(name)}`

/** The condition that a row stands beyond the page before; null for the first page. */
export function beyond({ slug, column }: KeysetOrder, page: KeysetPage): RawBuilder<boolean> | null {
  const { after, afterValue = null, descending = false } = page
  if (after === undefined) return null
  const sign = descending ? sql`<` : sql`>`
  const byName = sql.ref(slug)
  if (!column) return sql`${byName} ${sign} ${after}`
  const value = afterValue === null ? lastDay(descending) : sql`${afterValue}`
  return sql`(${sortedBy(column, descending)}, ${byName}) ${sign} (${value}::${sql.raw(column.type)}, ${after}::text)`
}

/** What to order by, in order; missing days come last in both directions. */
export function ordering({ slug, column }: KeysetOrder, { descending = false }: KeysetPage): RawBuilder<unknown>[] {
  const direction = descending ? sql`desc` : sql`asc`
  const bySlug = sql`${sql.ref(slug)} ${direction}`
  return column ? [sql`${sortedBy(column, descending)} ${direction}`, bySlug] : [bySlug]
}
