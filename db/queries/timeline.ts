/** What a timeline draws, in one statement: the measures chosen, and what was written and happened about them. */
import { sql } from 'kysely'
import { familiesOf, type Moment, standingIn, statusOn } from '../expressions/status.ts'
import { inVersion } from '../expressions/version.ts'
import type { Db, MeasureDigest, MeasureLane, Standing } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'
import type { MeasureKind } from '../vocabulary/lists.ts'
import { type MeasureFilter, measuresWhere } from './measures.ts'
import { aboutWhere, type ConversationFilter } from './records.ts'

interface ShownMeasure {
  slug: string
  jurisdiction: string
  kind: MeasureKind
  begun_on: Day | null
  summary: MeasureDigest
  standing: Standing
  families: string[]
  lane: MeasureLane
}

/** Bodies of records, by slug. */
interface Found {
  measures: ShownMeasure[]
  communications: object[]
  events: object[]
  /** All that the steps, letters and events cite. */
  sources: object[]
  /** The States of the measures, and the one chosen. */
  jurisdictions: object[]
  families: object[]
}

/** As `stateOf` of the vocabulary does. */
const stateOfColumn = sql`split_part(jurisdiction, '-', 1)`

/**
 * At most `limit` measures that pass the filter. Letters and events of the jurisdiction, where one is chosen; with `narrowed`
 * only those about a measure shown (events also by the right chosen, letters only of the mandate chosen).
 */
export async function findTimelineRecords(
  db: Db,
  filter: MeasureFilter,
  { version, asOf }: Moment,
  { limit, narrowed }: { limit: number; narrowed: boolean },
) {
  const { jurisdiction, right, mandate } = filter
  const measures = narrowed ? sql`select slug from shown` : undefined
  const shown = measuresWhere(db, filter, { version, asOf })
    .select(['measure.slug', 'measure.jurisdiction', 'measure.kind', 'measure.begun_on'])
    .select(['measure.summary', 'measure.lane', 'measure.lane_sources'])
    .select([standingIn(version).as('standing'), familiesOf(version).as('families')])
    .orderBy('measure.slug')
    .limit(limit)
  const about = (table: 'communication' | 'event', own: ConversationFilter) =>
    aboutWhere(db, table, { jurisdiction, measures, ...own }, version).select(['record.slug', 'record.body'])
  const { rows } = await sql<Found>`
    with shown as materialized (${shown}),
      letter as materialized (${about('communication', { mandate })}),
      happening as materialized (${about('event', { orTouching: right })})
    select
      (select coalesce(json_agg(json_build_object('slug', slug, 'jurisdiction', jurisdiction, 'kind', kind,
        'begun_on', begun_on, 'summary', summary, 'lane', lane, 'standing', standing, 'families', families)
        order by slug), '[]') from shown) as measures,
      (select coalesce(json_agg(body order by slug), '[]') from letter) as communications,
      (select coalesce(json_agg(body order by slug), '[]') from happening) as events,
      (select coalesce(json_agg(record.body order by record.slug), '[]') from record
        where record.record = 'source' and ${inVersion('record', version)} and record.slug = any(array(
          select unnest(lane_sources) from shown
          union select jsonb_array_elements(body->'cites')->>'source' from letter
          union select jsonb_array_elements(body->'cites')->>'source' from happening))) as sources,
      (select coalesce(json_agg(record.body order by record.slug), '[]') from record
        where record.record = 'jurisdiction' and ${inVersion('record', version)} and record.slug = any(array(
          select ${stateOfColumn} from shown union select ${jurisdiction ?? null}::text))) as jurisdictions,
      (select coalesce(json_agg(record.body order by record.slug), '[]') from record
        where record.record = 'family' and ${inVersion('record', version)} and record.slug = any(array(
          select json_array_elements_text(families) from shown))) as families`.execute(db)
  const found = rows[0] ?? {
    measures: [],
    communications: [],
    events: [],
    sources: [],
    jurisdictions: [],
    families: [],
  }
  return {
    ...found,
    measures: found.measures.map(({ standing, ...row }) => ({
      ...row,
      status: statusOn(row.slug, standing, row.summary, asOf),
      spans: standing.certain,
      quiet: standing.quiet,
    })),
  }
}
export type LaneRow = Awaited<ReturnType<typeof findTimelineRecords>>['measures'][number]
