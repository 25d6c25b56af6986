/** Walks the chain of versions and works every digest out anew. */
import { recordDigest, versionDigest } from './digest.ts'
import type { Db, Trx } from './tables.ts'
import { instantOf } from './versions.ts'

export interface Verification {
  versions: number
  records: number
  /** Of the newest version; empty in an empty store. The same digest is the same dataset. */
  digest: string
  /** What does not agree, a sentence each; empty if all is well. */
  faults: string[]
}

/** Checks every record against its digest and every version against the chain. Reads everything once. */
export async function verify(
  db: Db | Trx,
  progress: (done: number, of: number) => void = () => {},
): Promise<Verification> {
  const versions = await db.selectFrom('version').selectAll().orderBy('number').execute()
  const faults: string[] = []
  let before = ''
  let count = 0
  for (const [i, version] of versions.entries()) {
    const { number, author, message, rules_edition: rulesEdition } = version
    if (number !== i + 1) faults.push(`Version ${i + 1} is missing.`)
    const records = await recordsOf(db, number)
    for (const { record, slug, salt, digest, body } of records)
      if (recordDigest(salt, body) !== digest)
        faults.push(`${record} ${slug} of version ${number} is not what its digest says.`)
    const retracted = await retractedIn(db, number)
    const content = { number, at: instantOf(version.at), author, message, rulesEdition, records, retracted }
    if (versionDigest(before, content) !== version.digest)
      faults.push(`Version ${number} is not what its digest says: a record of it is missing, added or changed.`)
    before = version.digest
    count += records.length
    progress(i + 1, versions.length)
  }
  return { versions: versions.length, records: count, digest: before, faults }
}

/** The records that a version wrote, in the order of the chain. */
export function recordsOf(db: Db | Trx, version: number) {
  return db
    .selectFrom('record')
    .select(['record', 'slug', 'salt', 'digest', 'body'])
    .where('from_version', '=', version)
    .orderBy('record')
    .orderBy('slug')
    .execute()
}

/** The records that a version took back: closed by it, and not written anew by it. */
export function retractedIn(db: Db | Trx, version: number) {
  return db
    .selectFrom('record as old')
    .select(['old.record', 'old.slug'])
    .where('old.to_version', '=', version)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record as fresh')
            .select('fresh.id')
            .whereRef('fresh.record', '=', 'old.record')
            .whereRef('fresh.slug', '=', 'old.slug')
            .where('fresh.from_version', '=', version),
        ),
      ),
    )
    .orderBy('old.record')
    .orderBy('old.slug')
    .execute()
}
