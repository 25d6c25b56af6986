/** Every version with what it wrote and took back, in order and in pages, so that a long history is read in few statements. */
import { sql } from 'kysely'
import type { Db, Trx } from './tables.ts'
import type { RecordName } from './vocabulary/record-name.ts'

export interface VersionRecord extends RecordName {
  salt: string
  digest: string
  body: object
}

export interface VersionContents {
  /** As the store has it; `at` is as the driver gives it. */
  version: { number: number; at: string; author: string; message: string; rules_edition: number; digest: string }
  /** By kind and slug. */
  records: VersionRecord[]
  /** Closed by the version, and not written anew by it; by kind and slug. */
  retracted: RecordName[]
}

/** How many records are read at once. */
const PAGE = 500

export async function* versionContents(db: Db | Trx): AsyncGenerator<VersionContents & { of: number }> {
  const versions = await db
    .selectFrom('version')
    .select(['number', 'at', 'author', 'message', 'rules_edition', 'digest'])
    .orderBy('number')
    .execute()
  const retracted = await retractedByVersion(db)
  const records = recordsInOrder(db)
  let next = await records.next()
  for (const version of versions) {
    const own: VersionRecord[] = []
    for (; !next.done && next.value.from_version <= version.number; next = await records.next()) {
      const { from_version: _, ...record } = next.value
      own.push(record)
    }
    yield { version, records: own, retracted: retracted.get(version.number) ?? [], of: versions.length }
  }
}

async function* recordsInOrder(db: Db | Trx) {
  let after: { from_version: number; record: string; slug: string } = { from_version: 0, record: '', slug: '' }
  for (;;) {
    const page = await db
      .selectFrom('record')
      .select(['from_version', 'record', 'slug', 'salt', 'digest', 'body'])
      .where(
        sql<boolean>`(from_version, record, slug) > (${after.from_version}::integer, ${after.record}::text, ${after.slug}::text)`,
      )
      .orderBy('from_version')
      .orderBy('record')
      .orderBy('slug')
      .limit(PAGE)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last
  }
}

async function retractedByVersion(db: Db | Trx): Promise<Map<number, RecordName[]>> {
  const rows = await db
    .selectFrom('record as old')
    .select(['old.to_version', 'old.record', 'old.slug'])
    .where('old.to_version', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record as fresh')
            .select('fresh.id')
            .whereRef('fresh.record', '=', 'old.record')
            .whereRef('fresh.slug', '=', 'old.slug')
            .whereRef('fresh.from_version', '=', 'old.to_version'),
        ),
      ),
    )
    .orderBy('old.record')
    .orderBy('old.slug')
    .execute()
  const byVersion = new Map<number, RecordName[]>()
  for (const { to_version, record, slug } of rows) {
    const version = to_version ?? 0
    byVersion.set(version, [...(byVersion.get(version) ?? []), { record, slug }])
  }
  return byVersion
}
