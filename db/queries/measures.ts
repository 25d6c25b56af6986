import { type SelectQueryBuilder, sql } from 'kysely'
import { isWithin } from '../expressions/jurisdiction.ts'
import { beyond, type KeysetOrder, type KeysetPage, ordering } from '../expressions/keyset.ts'
import { familiesOf, type Moment, quietOf, spansOf, statusOn } from '../expressions/status.ts'
import { isInVersion } from '../expressions/version.ts'
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
  title: { name: 'measure.title_key', type: 'text' },
  begun: { name: 'measure.begun_on', type: 'date' },
  checked: { name: 'measure.checked_on', type: 'date' },
} as const satisfies Record<MeasureSort, KeysetOrder['column']>

export interface MeasurePage extends KeysetPage {
  sort?: MeasureSort | undefined
}

const inVersion = (table: string, version: number) =>
  sql`${sql.ref(`${table}.from_version`)} <= ${version} and (${sql.ref(`${table}.to_version`)} is null or ${sql.ref(`${table}.to_version`)} > ${version})`

type MeasureQuery = SelectQueryBuilder<Tables, 'measure' | 'record', object>

/** Measures of the version that pass the filter; what is selected of them is the caller's to say. */
export function measuresWhere(db: Db, filter: MeasureFilter, { version, asOf }: Moment): MeasureQuery {
  const { jurisdiction, kind, right, severity, article, status, family, mandate, from, to, slugs } = filter
  let query: MeasureQuery = db
    .selectFrom('measure')
    .innerJoin('record', 'record.id', 'measure.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
  // SQL has no empty list; asking for none of them finds nothing.
  if (slugs) query = query.where('measure.slug', 'in', slugs.length ? [...slugs] : [''])
  if (jurisdiction) query = query.where(isWithin('measure.jurisdiction', jurisdiction))
  if (kind) query = query.where('measure.kind', '=', kind)
  if (right || severity || article)
    query = query.where(
      sql<boolean>`measure.record_id in (select impact.record_id from impact
        ${article ? sql`join impact_article as touched on touched.record_id = impact.record_id and touched.key = impact.key` : sql``}
        where impact.counts
        ${right ? sql`and impact.right_slug = ${right}` : sql``}
        ${severity ? sql`and impact.severity = ${severity}` : sql``}
        ${article ? sql`and touched.instrument = ${article.instrument}` : sql``}
        ${article?.article ? sql`and touched.article = ${article.article}` : sql``})`,
    )
  if (status)
    query = query.where(
      sql<boolean>`exists (select from status_span as span
        where span.measure = measure.slug and span.counting = 'certain' and span.status = ${status}
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
  if (from || to) {
    const [first, last] = [from ?? null, to ?? null]
    query = query.where(
      sql<boolean>`exists (select from step where step.record_id = measure.record_id
        and (${first}::date is null or step.on_latest is null or step.on_latest >= ${first}::date)
        and (${last}::date is null or step.on_earliest is null or step.on_earliest <= ${last}::date))`,
    )
  }
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
export function listMeasureSummaries(db: Db, filter: MeasureFilter, moment: Moment, page: MeasurePage = {}) {
  return onPage(measuresWhere(db, filter, moment), page)
    .select(['measure.slug', 'measure.jurisdiction', 'measure.kind', 'measure.summary', 'measure.begun_on'])
    .select([statusOn(moment).as('status'), familiesOf(moment.version).as('families')])
    .execute()
}
export type MeasureSummaryRow = Awaited<ReturnType<typeof listMeasureSummaries>>[number]

/** The same with the whole record and its spans. One statement. */
export function listMeasures(db: Db, filter: MeasureFilter, moment: Moment, page: MeasurePage = {}) {
  return onPage(measuresWhere(db, filter, moment), page)
    .select([
      'measure.slug',
      'measure.jurisdiction',
      'measure.kind',
      'measure.summary',
      'measure.begun_on',
      'record.body',
    ])
    .select([
      statusOn(moment).as('status'),
      familiesOf(moment.version).as('families'),
      spansOf(moment.version).as('spans'),
      quietOf(moment.version).as('quiet'),
    ])
    .execute()
}
export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number]

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
