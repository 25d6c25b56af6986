import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../vocabulary/edtf.ts'
import type { Rule, Status } from '../vocabulary/stages.ts'
import type { Quiet } from '../vocabulary/status.ts'

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

const inVersion = (table: string, version: number) =>
  sql`${sql.ref(`${table}.from_version`)} <= ${version} and (${sql.ref(`${table}.to_version`)} is null or ${sql.ref(`${table}.to_version`)} > ${version})`

const onDay = (table: string, day: Day) =>
  sql`${sql.ref(`${table}.from_on`)} <= ${day}::date and (${sql.ref(`${table}.until_on`)} is null or ${sql.ref(`${table}.until_on`)} > ${day}::date)`

/** The standing of the measure in `measure` (a row of the table `measure` in scope) as one JSON value. */
export function statusOn({ version, asOf }: Moment): RawBuilder<StatusRow> {
  return sql<StatusRow>`(
    select json_build_object(
      'status', certain.status, 'since', certain.from_on, 'rule', certain.rule,
      'basis_measure', coalesce(certain.basis_measure, case when certain.status is not null then measure.slug end),
      'basis_step', certain.basis_step, 'basis_label', basis.label, 'basis_edtf', basis.on_edtf,
      'basis_earliest', basis.on_earliest, 'basis_latest', basis.on_latest,
      'at_the_latest', certain.at_the_latest, 'as_announced', certain.as_announced, 'as_reported', certain.as_reported,
      'quiet', quiet.kind, 'last_movement_on', quiet.last_movement_on, 'possibly', possible.status,
      'signed', exists (
        select from step where step.record_id = measure.record_id
          and step.stage in ('signed', 'published', 'issued') and step.on_latest <= ${asOf}::date),
      'force_known', exists (
        select from step where step.record_id = measure.record_id and step.stage in ('in_force', 'in_force_confirmed'))
    )
    from (select) as one
    left join status_span as certain on certain.measure = measure.slug and certain.counting = 'certain'
      and ${inVersion('certain', version)} and ${onDay('certain', asOf)}
    left join status_span as possible on possible.measure = measure.slug and possible.counting = 'possible'
      and ${inVersion('possible', version)} and ${onDay('possible', asOf)}
    left join quiet_span as quiet on quiet.measure = measure.slug
      and ${inVersion('quiet', version)} and ${onDay('quiet', asOf)}
    left join lateral (
      select step.label, step.on_edtf, step.on_earliest, step.on_latest
      from step join record as owner on owner.id = step.record_id
      where owner.record = 'measure' and owner.slug = coalesce(certain.basis_measure, measure.slug)
        and step.key = certain.basis_step and ${inVersion('owner', version)}
    ) as basis on true
  )`
}

export interface SpanRow {
  status: Status
  from_on: Day
  until_on: Day | null
  rule: Rule
  basis_measure: string | null
  basis_step: string
  as_announced: boolean
  as_reported: boolean
}

export interface QuietRow {
  from_on: Day
  until_on: Day | null
  kind: Quiet['kind']
}

/** All spans of the measure in scope, in order, as a JSON list. */
export function spansOf(version: number): RawBuilder<SpanRow[]> {
  return sql<SpanRow[]>`(
    select coalesce(json_agg(json_build_object(
      'status', span.status, 'from_on', span.from_on, 'until_on', span.until_on, 'rule', span.rule,
      'basis_measure', span.basis_measure, 'basis_step', span.basis_step,
      'as_announced', span.as_announced, 'as_reported', span.as_reported) order by span.from_on), '[]')
    from status_span as span
    where span.measure = measure.slug and span.counting = 'certain' and ${inVersion('span', version)}
  )`
}

/** All quiet stretches of the measure in scope, in order, as a JSON list. */
export function quietOf(version: number): RawBuilder<QuietRow[]> {
  return sql<QuietRow[]>`(
    select coalesce(json_agg(json_build_object(
      'from_on', quiet.from_on, 'until_on', quiet.until_on, 'kind', quiet.kind) order by quiet.from_on), '[]')
    from quiet_span as quiet
    where quiet.measure = measure.slug and ${inVersion('quiet', version)}
  )`
}

/** The slugs of the families that the measure in scope belongs to, as a JSON list. */
export function familiesOf(version: number): RawBuilder<string[]> {
  return sql<string[]>`(
    select coalesce(json_agg(member.family order by member.family), '[]')
    from family_member as member join record as owner on owner.id = member.record_id
    where member.measure = measure.slug and ${inVersion('owner', version)}
  )`
}
