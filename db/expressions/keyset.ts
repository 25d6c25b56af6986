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
  /** What is sorted by before the slug; null for the slug alone. */
  column: { name: string; type: 'text' | 'date' } | null
}

/** The condition that a row stands beyond the page before; null for the first page. */
export function beyond({ slug, column }: KeysetOrder, page: KeysetPage): RawBuilder<boolean> | null {
  const { after, afterValue = null, descending = false } = page
  if (after === undefined) return null
  const sign = descending ? sql`<` : sql`>`
  const byName = sql.ref(slug)
  if (!column) return sql`${byName} ${sign} ${after}`
  const value = sql.ref(column.name)
  return afterValue === null
    ? sql`(${value} is null and ${byName} ${sign} ${after})`
    : sql`((${value}, ${byName}) ${sign} (${afterValue}::${sql.raw(column.type)}, ${after}::text) or ${value} is null)`
}

/** What to order by, in order; nulls come last in both directions. */
export function ordering({ slug, column }: KeysetOrder, { descending = false }: KeysetPage): RawBuilder<unknown>[] {
  const direction = descending ? sql`desc` : sql`asc`
  const bySlug = sql`${sql.ref(slug)} ${direction}`
  return column ? [sql`${sql.ref(column.name)} ${direction} nulls last`, bySlug] : [bySlug]
}
