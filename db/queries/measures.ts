import { type SelectQueryBuilder, sql } from 'kysely'
import { mayBeWithin } from '../expressions/dates.ts'
import { isWithin } from '../expressions/jurisdiction.ts'
import { beyond, type KeysetOrder, type KeysetPage, ordering } from '../expressions/keyset.ts'
import { isOneOf } from '../expressions/one-of.ts'
import { familiesOf, type Moment, standingIn, statusOn } from '../expressions/status.ts'
import { inVersion, isInVersion } from '../expressions/version.ts'
import type { Db, Tables } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'
import type { MeasureKind, Severity } from '../vocabulary/lists.ts'
import type { Status } from '../vocabulary/stages.ts'

/** An article of an instrument: ICCPR 22 is { instrument: 'iccpr', article: '22' }; without article, any of the instrument. */
export interface ArticleFilter {
  instrument: string
  article?: string | undefined
}

export interface MeasureFilter {
  jurisdiction?: string | undefined
  /** With severity and article: one impact that counts meets all of them. */
  right?: string | undefined
  severity?: Severity | undefined
  article?: ArticleFilter | undefined
  kind?: MeasureKind | undefined
  /** Status on the day asked for. */
  status?: Status | undefined
  family?: string | undefined
  /** A communication of this mandate is about the measure. */
  mandate?: string | undefined
  /** At least one step may have happened on this day or later, or on this day or earlier. */
  from?: Day | undefined
  to?: Day | undefined
  slugs?: readonly string[] | undefined
}

/** What a list of measures can be sorted by; ties by slug. */
export const MEASURE_SORTS = ['slug', 'title', 'begun', 'checked'] as const
export type MeasureSort = (typeof MEASURE_SORTS)[number]

const SORT_COLUMN = {
  slug: null,
  title: { name: 'measure.title_key', type: 'text', open: false },
  begun: { name: 'measure.begun_on', type: 'date', open: true },
  checked: { name: 'measure.checked_on', type: 'date', open: false },
} as const satisfies Record<MeasureSort, KeysetOrder['column']>

export interface MeasurePage extends KeysetPage {
  sort?: MeasureSort | undefined
}

type MeasureQuery = SelectQueryBuilder<Tables, 'measure' | 'record', object>

/** Measures of the version that pass the filter; what is selected of them is the caller's to say. */
export function measuresWhere(
  db: Pick<Db, 'selectFrom'>,
  filter: MeasureFilter,
  { version, asOf }: Moment,
): MeasureQuery {
  const { jurisdiction, kind, right, severity, article, status, family, mandate, from, to, slugs } = filter
  let query: MeasureQuery = db
    .selectFrom('measure')
    .innerJoin('record', 'record.id', 'measure.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
  if (slugs) query = query.where(isOneOf('measure.slug', slugs))
  if (jurisdiction) query = query.where(isWithin('measure.jurisdiction', jurisdiction))
  if (kind) query = query.where('measure.kind', '=', kind)
  if (right || severity || article)
    query = query.where(
      sql<boolean>`measure.record_id in (select touching.record_id
        from ${sql.table(article ? 'impact_article' : 'impact')} as touching
        where touching.counts
        ${right ? sql`and touching.right_slug = ${right}` : sql``}
        ${severity ? sql`and touching.severity = ${severity}` : sql``}
        ${article ? sql`and touching.instrument = ${article.instrument}` : sql``}
        ${article?.article ? sql`and touching.article = ${article.article}` : sql``})`,
    )
  if (status)
    query = query.where(
      sql<boolean>`exists (select from status_span as span
        where span.measure = measure.slug and span.status = ${status}
          and span.from_on <= ${asOf}::date and (span.until_on is null or span.until_on > ${asOf}::date)
          and ${inVersion('span', version)})`,
    )
  if (family)
    query = query.where(
      sql<boolean>`measure.slug in (select member.measure from family_member as member
        join record as owner on owner.id = member.record_id
        where member.family = ${family} and ${inVersion('owner', version)})`,
    )
  if (mandate)
    query = query.where(
      sql<boolean>`measure.slug in (select about.measure from communication_mandate as sender
        join communication_measure as about on about.record_id = sender.record_id
        join record as owner on owner.id = sender.record_id
        where sender.mandate = ${mandate} and ${inVersion('owner', version)})`,
    )
  if (from) query = query.where('measure.steps_until', '>=', from)
  if (to) query = query.where('measure.steps_from', '<=', to)
  // One of its steps, and not one before the period and another one after it.
  if (from && to)
    query = query.where(
      sql<boolean>`measure.record_id in (select step.record_id from step where ${mayBeWithin('step', from, to)})`,
    )
  return query
}

function onPage(query: MeasureQuery, { sort = 'slug', ...page }: MeasurePage): MeasureQuery {
  const order = { slug: 'measure.slug', column: SORT_COLUMN[sort] }
  const from = beyond(order, page)
  let sorted = from ? query.where(from) : query
  for (const by of ordering(order, page)) sorted = sorted.orderBy(by)
  return page.limit ? sorted.limit(page.limit) : sorted
}

/** What a list shows of each measure, with its standing on the day. One statement; no record is opened. */
export async function listMeasureSummaries(db: Db, filter: MeasureFilter, moment: Moment, page: MeasurePage = {}) {
  const rows = await onPage(measuresWhere(db, filter, moment), page)
    .select(['measure.slug', 'measure.jurisdiction', 'measure.kind', 'measure.summary', 'measure.begun_on'])
    .select([standingIn(moment.version).as('standing'), familiesOf(moment.version).as('families')])
    .execute()
  return rows.map(({ standing, ...row }) => ({
    ...row,
    status: statusOn(row.slug, standing, row.summary, moment.asOf),
  }))
}
export type MeasureSummaryRow = Awaited<ReturnType<typeof listMeasureSummaries>>[number]

/** The same with the whole record and its spans. One statement. */
export async function listMeasures(db: Db, filter: MeasureFilter, moment: Moment, page: MeasurePage = {}) {
  const rows = await onPage(measuresWhere(db, filter, moment), page)
    .select([
      'measure.slug',
      'measure.jurisdiction',
      'measure.kind',
      'measure.summary',
      'measure.begun_on',
      'record.body',
    ])
    .select([standingIn(moment.version).as('standing'), familiesOf(moment.version).as('families')])
    .execute()
  return rows.map(({ standing, ...row }) => ({
    ...row,
    status: statusOn(row.slug, standing, row.summary, moment.asOf),
    spans: standing.certain,
    quiet: standing.quiet,
  }))
}
export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number]

/** How many measures pass the filter, counting no further than `most`. */
export async function countMeasures(db: Db, filter: MeasureFilter, moment: Moment, most: number): Promise<number> {
  const { count } = await db
    .selectFrom(measuresWhere(db, filter, moment).select('measure.slug').limit(most).as('found'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Older and newer measures that a measure's relations join it to: the relation stands in the newer one's record. */
export function listRelatedSlugs(db: Db, slug: string, version: number) {
  return db
    .selectFrom('relation')
    .innerJoin('record', 'record.id', 'relation.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .where('relation.to_measure', '=', slug)
    .select(['record.slug', 'relation.type'])
    .orderBy('record.slug')
    .execute()
}

/** Short English titles by slug, of all measures of the version or of those named. */
export async function listMeasureTitles(
  db: Db,
  version: number,
  slugs?: readonly string[],
): Promise<Map<string, string>> {
  let query = db
    .selectFrom('measure')
    .innerJoin('record', 'record.id', 'measure.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .select(['measure.slug', 'measure.summary'])
  if (slugs) query = query.where('measure.slug', 'in', slugs.length ? [...slugs] : [''])
  const rows = await query.execute()
  return new Map(rows.map(({ slug, summary }) => [slug, summary.short_title.en ?? slug]))
}
