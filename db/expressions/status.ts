/** How a measure stands: read from what the index keeps of it as one JSON value, for whichever day is asked for. */
import { type RawBuilder, sql } from 'kysely'
import type { MeasureDigest, Standing } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'
import type { Rule, Status } from '../vocabulary/stages.ts'
import type { Quiet } from '../vocabulary/status.ts'
import { inVersion } from './version.ts'

/** Which day in the world and which version of the record a query speaks of. */
export interface Moment {
  version: number
  asOf: Day
}

/** A measure's standing on a day, as the index knows it. */
export interface StatusRow {
  status: Status | null
  since: Day | null
  rule: Rule | null
  basis_measure: string | null
  basis_step: string | null
  basis_label: string | null
  basis_edtf: string | null
  basis_earliest: Day | null
  basis_latest: Day | null
  at_the_latest: boolean | null
  as_announced: boolean | null
  as_reported: boolean | null
  quiet: Quiet['kind'] | null
  last_movement_on: Day | null
  possibly: Status | null
  /** Signature, publication or issue is certain by the day. */
  signed: boolean
  /** Some step says when it enters into force, or that it is in force. */
  force_known: boolean
}

/** The standing of the measure in `measure` (a row of the table `measure` in scope), as known in a version. */
export function standingIn(version: number): RawBuilder<Standing> {
  return sql<Standing>`(select standing.body from standing
    where standing.measure = measure.slug and ${inVersion('standing', version)})`
}

const on = <Span extends { from_on: Day; until_on: Day | null }>(spans: readonly Span[], day: Day): Span | undefined =>
  spans.find(({ from_on, until_on }) => from_on <= day && (until_on === null || day < until_on))

/** What a standing says of one day. */
export function statusOn(
  slug: string,
  { certain, possible, quiet }: Standing,
  { signed_on, force_known }: MeasureDigest,
  asOf: Day,
): StatusRow {
  const span = on(certain, asOf)
  const silence = on(quiet, asOf)
  return {
    status: span?.status ?? null,
    since: span?.from_on ?? null,
    rule: span?.rule ?? null,
    basis_measure: span ? (span.basis_measure ?? slug) : null,
    basis_step: span?.basis_step ?? null,
    basis_label: span?.basis_label ?? null,
    basis_edtf: span?.basis_edtf ?? null,
    basis_earliest: span?.basis_earliest ?? null,
    basis_latest: span?.basis_latest ?? null,
    at_the_latest: span?.at_the_latest ?? null,
    as_announced: span?.as_announced ?? null,
    as_reported: span?.as_reported ?? null,
    quiet: silence?.kind ?? null,
    last_movement_on: silence?.last_movement_on ?? null,
    possibly: on(possible, asOf)?.status ?? null,
    signed: signed_on !== null && signed_on <= asOf,
    force_known,
  }
}

/** The slugs of the families that the measure in scope belongs to, as a JSON list. */
export function familiesOf(version: number): RawBuilder<string[]> {
  return sql<string[]>`(
    select coalesce(json_agg(member.family order by member.family), '[]')
    from family_member as member join record as owner on owner.id = member.record_id
    where member.measure = measure.slug and ${inVersion('owner', version)}
  )`
}
