/**
 * Records and versions: the one way to write a public fact (`accept`), and the index that is rebuilt from the records
 * (`reindex`). A version is one transaction: it is there whole or not at all.
 */
import { sql } from 'kysely'
import { recordRows, statusStepsOf } from './record-index.ts'
import type { Db, QuietSpanTable, StatusSpanTable, Trx } from './tables.ts'
import type { Day } from './vocabulary/edtf.ts'
import type { RecordKind } from './vocabulary/lists.ts'
import { RULES_EDITION } from './vocabulary/stages.ts'
import {
  type Counting,
  type Influence,
  influenceOf,
  quietSpans,
  readStatus,
  type StatusStep,
} from './vocabulary/status.ts'

/** A record as the store knows it: what it is, its slug, and its whole body. */
export interface StoredRecord {
  record: RecordKind
  slug: string
}

export interface Acceptance {
  author: string
  message: string
  /** The instant of acceptance, ISO 8601 in UTC. */
  at: string
}

export interface Accepted {
  version: number
  added: number
  changed: number
  unchanged: number
}

/** How many rows go to the database in one statement. */
const BATCH = 500

/** JSON with sorted keys: two bodies are the same record if this is the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** The newest version's number; 0 in an empty store. */
export async function newestVersion(db: Db | Trx): Promise<number> {
  const row = await db
    .selectFrom('version')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}

const keyOf = ({ record, slug }: StoredRecord) => `${record} ${slug}`

/**
 * Takes records into the store as one new version. Records equal to the current ones are left alone; if all are, no version
 * is made. Each record must already be valid; what refers to what is the caller's to have checked.
 */
export function accept(
  db: Db,
  records: readonly StoredRecord[],
  { author, message, at }: Acceptance,
  progress: (done: number, of: number) => void = () => {},
): Promise<Accepted> {
  return db.transaction().execute(async (trx) => {
    // One writer at a time, on a server too; readers are not held up.
    await sql`lock table version in exclusive mode`.execute(trx)
    const version = (await newestVersion(trx)) + 1
    const current = await trx
      .selectFrom('record')
      .select(['id', 'record', 'slug', 'body'])
      .where('to_version', 'is', null)
      .execute()
    const currentByKey = new Map(current.map((row) => [keyOf(row), row]))
    const fresh = records.filter((record) => {
      const known = currentByKey.get(keyOf(record))
      return !known || canonicalJson(known.body) !== canonicalJson(record)
    })
    const replaced = fresh.flatMap((record) => currentByKey.get(keyOf(record)) ?? [])
    const accepted = {
      version: fresh.length ? version : version - 1,
      added: fresh.length - replaced.length,
      changed: replaced.length,
      unchanged: records.length - fresh.length,
    }
    if (fresh.length === 0) return accepted
    await trx
      .insertInto('version')
      .values({ number: version, at, author, message, rules_edition: RULES_EDITION })
      .execute()
    for (const ids of batches(replaced.map((row) => row.id)))
      await trx.updateTable('record').set({ to_version: version }).where('id', 'in', ids).execute()
    let done = 0
    for (const batch of batches(fresh)) {
      const rows = batch.map((body) => ({
        record: body.record,
        slug: body.slug,
        from_version: version,
        to_version: null,
        body: JSON.stringify(body),
      }))
      await trx.insertInto('record').values(rows).execute()
      done += batch.length
      progress(done, fresh.length)
    }
    await indexVersion(trx, version)
    return accepted
  })
}

/** Rebuilds every index table from the records, version by version, as `accept` made them. */
export function reindex(db: Db): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table version in exclusive mode`.execute(trx)
    for (const table of [
      'measure',
      'step',
      'impact',
      'relation',
      'communication',
      'communication_measure',
      'event',
      'event_measure',
      'family_member',
      'status_span',
      'quiet_span',
    ] as const)
      await trx.deleteFrom(table).execute()
    const versions = await trx.selectFrom('version').select('number').orderBy('number').execute()
    for (const { number } of versions) await indexVersion(trx, number)
  })
}

/** Tells the planner how many rows there are: after a load, since nothing analyses an embedded store by itself. */
export async function analyse(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH))
}

/** Writes the index of what one version changed. All earlier versions must be indexed already. */
async function indexVersion(trx: Trx, version: number): Promise<void> {
  const records = await trx
    .selectFrom('record')
    .select(['id', 'record', 'slug', 'body'])
    .where('from_version', '=', version)
    .orderBy('id')
    .execute()
  const rows = recordRows(records)
  for (const [table, all] of Object.entries(rows) as [keyof typeof rows, readonly object[]][])
    for (const batch of batches(all))
      await trx
        .insertInto(table)
        .values(batch as never)
        .execute()
  await indexStatuses(trx, version, records)
}

/** The statuses that a version changes: those of its measures, and of measures that they relate to or no longer do. */
async function indexStatuses(
  trx: Trx,
  version: number,
  records: { id: number; record: string; slug: string }[],
): Promise<void> {
  const measures = records.filter((row) => row.record === 'measure').map((row) => row.slug)
  if (measures.length === 0) return
  const related = await trx
    .selectFrom('relation')
    .innerJoin('record', 'record.id', 'relation.record_id')
    .select('relation.to_measure')
    .distinct()
    .where('record.slug', 'in', measures)
    .where('record.record', '=', 'measure')
    .where((eb) => eb.or([eb('record.from_version', '=', version), eb('record.to_version', '=', version)]))
    .execute()
  const affected = [...new Set([...measures, ...related.map((row) => row.to_measure)])]
  const acting = await trx
    .selectFrom('relation')
    .innerJoin('record', 'record.id', 'relation.record_id')
    .select(['relation.to_measure', 'relation.type', 'record.slug'])
    .where('relation.to_measure', 'in', affected)
    .where('relation.type', 'in', ['replaces', 'revives'])
    .where('relation.intended', '=', false)
    .where('record.from_version', '<=', version)
    .where((eb) => eb.or([eb('record.to_version', 'is', null), eb('record.to_version', '>', version)]))
    .orderBy('record.slug')
    .execute()
  const bodies = await trx
    .selectFrom('record')
    .select(['slug', 'body'])
    .where('record', '=', 'measure')
    .where('slug', 'in', [...new Set([...affected, ...acting.map((row) => row.slug)])])
    .where('from_version', '<=', version)
    .where((eb) => eb.or([eb('to_version', 'is', null), eb('to_version', '>', version)]))
    .execute()
  const known = new Map(bodies.map(({ slug, body }) => [slug, statusStepsOf(body)]))
  const spans: StatusSpanTable[] = []
  const quiet: QuietSpanTable[] = []
  for (const measure of affected) {
    const own = known.get(measure)
    if (!own) continue
    const influences = acting
      .filter((row) => row.to_measure === measure)
      .flatMap(
        ({ slug, type }) =>
          influenceOf(type as 'replaces' | 'revives', { measure: slug, steps: known.get(slug)?.steps ?? [] }) ?? [],
      )
    const rows = statusRows(measure, version, own, influences)
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
}

function statusRows(
  measure: string,
  version: number,
  { steps, checkedOn }: { steps: StatusStep[]; checkedOn: Day },
  influences: Influence[],
): { spans: StatusSpanTable[]; quiet: QuietSpanTable[] } {
  const valid = { measure, from_version: version, to_version: null }
  const reading = (counting: Counting) => readStatus(steps, influences, counting)
  const rowsOf = (counting: Counting): StatusSpanTable[] =>
    reading(counting).spans.map((span) => ({
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
    spans: [...rowsOf('certain'), ...rowsOf('possible')],
    quiet: quietSpans(reading('certain'), checkedOn).map((span) => ({
      ...valid,
      from_on: span.from,
      until_on: span.until,
      kind: span.kind,
      last_movement_on: span.lastMovementOn,
    })),
  }
}
