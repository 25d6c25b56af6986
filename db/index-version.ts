/** The index of one version: rows of its records, and the statuses that it changes, by the rules of its edition. */
import { isInVersion } from './expressions/version.ts'
import { recordRows, statusStepsOf } from './record-index.ts'
import type { QuietSpanTable, StatusSpanTable, Trx } from './tables.ts'
import type { StatusRules } from './vocabulary/editions.ts'
import type { Day } from './vocabulary/edtf.ts'
import type { Counting, Influence, StatusStep } from './vocabulary/status.ts'

/** How many rows go to the database in one statement. */
const BATCH = 500

export function batches<T>(items: readonly T[], size = BATCH): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

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
  'event',
  'event_measure',
  'family_member',
  'status_span',
  'quiet_span',
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
      for (const some of batches(all))
        await trx
          .insertInto(table)
          .values(some as never)
          .execute()
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
  const known = new Map(bodies.map(({ slug, body }) => [slug, statusStepsOf(body)]))
  const spans: StatusSpanTable[] = []
  const quiet: QuietSpanTable[] = []
  for (const measure of affected) {
    const own = known.get(measure)
    // A retracted measure has no status any more.
    if (!own) continue
    const influences = acting
      .filter((row) => row.to_measure === measure)
      .flatMap(
        ({ slug, type }) =>
          rules.influenceOf(type as 'replaces' | 'revives', { measure: slug, steps: known.get(slug)?.steps ?? [] }) ??
          [],
      )
    const rows = statusRows(measure, version, own, influences, rules)
    spans.push(...rows.spans)
    quiet.push(...rows.quiet)
  }
  for (const table of ['status_span', 'quiet_span'] as const)
    await trx
      .updateTable(table)
      .set({ to_version: version })
      .where('measure', 'in', affected)
      .where('to_version', 'is', null)
      .where('from_version', '<', version)
      .execute()
  for (const batch of batches(spans)) await trx.insertInto('status_span').values(batch).execute()
  for (const batch of batches(quiet)) await trx.insertInto('quiet_span').values(batch).execute()
  return spans.length + quiet.length
}

function statusRows(
  measure: string,
  version: number,
  { steps, checkedOn }: { steps: StatusStep[]; checkedOn: Day },
  influences: Influence[],
  { readStatus, quietSpans }: StatusRules,
): { spans: StatusSpanTable[]; quiet: QuietSpanTable[] } {
  const valid = { measure, from_version: version, to_version: null }
  const reading = (counting: Counting) => readStatus(steps, influences, counting)
  const certain = reading('certain')
  const rowsOf = (counting: Counting, { spans }: typeof certain): StatusSpanTable[] =>
    spans.map((span) => ({
      ...valid,
      counting,
      from_on: span.from,
      until_on: span.until,
      status: span.status,
      rule: span.rule,
      basis_measure: span.basis.measure,
      basis_step: span.basis.step,
      at_the_latest: span.atTheLatest,
      as_announced: span.asAnnounced,
      as_reported: span.asReported,
    }))
  return {
    spans: [...rowsOf('certain', certain), ...rowsOf('possible', reading('possible'))],
    quiet: quietSpans(certain, checkedOn).map((span) => ({
      ...valid,
      from_on: span.from,
      until_on: span.until,
      kind: span.kind,
      last_movement_on: span.lastMovementOn,
    })),
  }
}
