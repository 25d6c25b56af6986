/** The index of one version: rows of its records, and the statuses that it changes, by the rules of its edition. */

import type { Selectable } from 'kysely'
import { isInVersion } from './expressions/version.ts'
import { recordRows, statusStepsOf, type ToldStep } from './record-index.ts'
import type { Standing, Tables, Trx } from './tables.ts'
import type { StatusRules } from './vocabulary/editions.ts'
import type { Influence } from './vocabulary/status.ts'
import { batches, writeRows } from './write-rows.ts'

/** The index tables, in an order in which they can be emptied. */
export const INDEX_TABLES = [
  'measure',
  'step',
  'impact',
  'impact_article',
  'relation',
  'communication',
  'communication_measure',
  'communication_mandate',
  'communication_earlier',
  'event',
  'event_measure',
  'event_communication',
  'event_right',
  'family_member',
  'standing',
  'status_span',
] as const

/**
 * Writes the index of what one version changed. All earlier versions must be indexed already. `everyStatus`: the version
 * brings a new edition of the rules, so that the statuses of all measures are worked out anew. Gives how many rows it wrote.
 */
export async function indexVersion(
  trx: Trx,
  version: number,
  rules: StatusRules,
  everyStatus: boolean,
): Promise<number> {
  const ids = await trx.selectFrom('record').select('id').where('from_version', '=', version).orderBy('id').execute()
  let written = 0
  for (const batch of batches(ids)) {
    const records = await trx
      .selectFrom('record')
      .select(['id', 'record', 'slug', 'body'])
      .where(
        'id',
        'in',
        batch.map(({ id }) => id),
      )
      .orderBy('id')
      .execute()
    const rows = recordRows(records)
    for (const [table, all] of Object.entries(rows) as [keyof typeof rows, readonly object[]][]) {
      await writeRows(trx, table, all as never)
      written += all.length
    }
  }
  return written + (await indexStatuses(trx, version, rules, everyStatus))
}

/** The statuses that a version changes: those of its measures, and of measures that they relate to or no longer do. */
async function indexStatuses(trx: Trx, version: number, rules: StatusRules, everyStatus: boolean): Promise<number> {
  const measures = everyStatus ? await allMeasures(trx, version) : await affectedMeasures(trx, version)
  let written = 0
  for (const affected of batches(measures)) written += await indexStatusesOf(trx, version, rules, affected)
  return written
}

async function allMeasures(trx: Trx, version: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('record')
    .select('slug')
    .distinct()
    .where('record', '=', 'measure')
    .where('from_version', '<=', version)
    .orderBy('slug')
    .execute()
  return rows.map(({ slug }) => slug)
}

async function affectedMeasures(trx: Trx, version: number): Promise<string[]> {
  const touched = trx
    .selectFrom('record')
    .where('record', '=', 'measure')
    .where((eb) => eb.or([eb('from_version', '=', version), eb('to_version', '=', version)]))
  const own = await touched.select('slug').execute()
  const related = await touched
    .innerJoin('relation', 'relation.record_id', 'record.id')
    .select('relation.to_measure as slug')
    .execute()
  return [...new Set([...own, ...related].map(({ slug }) => slug))].sort()
}

async function indexStatusesOf(trx: Trx, version: number, rules: StatusRules, affected: string[]): Promise<number> {
  const acting = await trx
    .selectFrom('relation')
    .innerJoin('record', 'record.id', 'relation.record_id')
    .select(['relation.to_measure', 'relation.type', 'record.slug'])
    .where('relation.to_measure', 'in', affected)
    .where('relation.type', 'in', ['replaces', 'revives'])
    .where('relation.intended', '=', false)
    .where((eb) => isInVersion(eb, 'record', version))
    .orderBy('record.slug')
    .execute()
  const bodies = await trx
    .selectFrom('record')
    .select(['slug', 'body'])
    .where('record', '=', 'measure')
    .where('slug', 'in', [...new Set([...affected, ...acting.map((row) => row.slug)])])
    .where((eb) => isInVersion(eb, 'record', version))
    .execute()
  const known: KnownMeasures = new Map(bodies.map(({ slug, body }) => [slug, statusStepsOf(body)]))
  const actors = new Map<string, typeof acting>()
  for (const row of acting) actors.set(row.to_measure, [...(actors.get(row.to_measure) ?? []), row])
  const standings: Selectable<Tables['standing']>[] = []
  const spans: Selectable<Tables['status_span']>[] = []
  for (const measure of affected) {
    // A retracted measure has no status any more.
    if (!known.has(measure)) continue
    const influences = (actors.get(measure) ?? []).flatMap(
      ({ slug, type }) =>
        rules.influenceOf(type as 'replaces' | 'revives', { measure: slug, steps: known.get(slug)?.steps ?? [] }) ?? [],
    )
    const valid = { measure, from_version: version, to_version: null }
    const body = standingOf(measure, known, influences, rules)
    standings.push({ ...valid, body })
    spans.push(...body.certain.map(({ status, from_on, until_on }) => ({ ...valid, from_on, until_on, status })))
  }
  for (const table of ['standing', 'status_span'] as const)
    await trx
      .updateTable(table)
      .set({ to_version: version })
      .where('measure', 'in', affected)
      .where('to_version', 'is', null)
      .where('from_version', '<', version)
      .execute()
  await writeRows(trx, 'standing', standings)
  await writeRows(trx, 'status_span', spans)
  return standings.length + spans.length
}

/** What the status rules need of measures, by slug. */
type KnownMeasures = ReadonlyMap<string, ReturnType<typeof statusStepsOf>>

function standingOf(
  measure: string,
  known: KnownMeasures,
  influences: Influence[],
  { readStatus, quietSpans }: StatusRules,
): Standing {
  const { steps = [], checkedOn = '' } = known.get(measure) ?? {}
  const certain = readStatus(steps, influences, 'certain')
  const possible = readStatus(steps, influences, 'possible')
  return {
    certain: certain.spans.map(({ status, from, until, rule, basis, atTheLatest, asAnnounced, asReported }) => ({
      status,
      from_on: from,
      until_on: until,
      rule,
      basis_measure: basis.measure,
      basis_step: basis.step,
      ...(known.get(basis.measure ?? measure)?.told.get(basis.step) ?? UNTOLD),
      at_the_latest: atTheLatest,
      as_announced: asAnnounced,
      as_reported: asReported,
    })),
    possible: possible.spans.map(({ status, from, until }) => ({ status, from_on: from, until_on: until })),
    quiet: quietSpans(certain, checkedOn).map(({ from, until, kind, lastMovementOn }) => ({
      from_on: from,
      until_on: until,
      kind,
      last_movement_on: lastMovementOn,
    })),
  }
}

const UNTOLD: ToldStep = { basis_label: null, basis_edtf: null, basis_earliest: null, basis_latest: null }
