/** Walks the chain of versions and works every digest out anew. */
import { sql } from 'kysely'
import { instantOf, recordDigest, versionDigest } from './digest.ts'
import type { Db, Trx } from './tables.ts'
import { versionContents } from './version-contents.ts'

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
  const faults: string[] = []
  let before = ''
  let expected = 1
  let count = 0
  for await (const { version, records, retracted, of } of versionContents(db)) {
    const { number, author, message, rules_edition: rulesEdition } = version
    if (number !== expected) faults.push(`Version ${expected} is missing.`)
    for (const { record, slug, salt, digest, body } of records)
      if (recordDigest(salt, body) !== digest)
        faults.push(`${record} ${slug} of version ${number} is not what its digest says.`)
    const content = { number, at: instantOf(version.at), author, message, rulesEdition, records, retracted }
    if (versionDigest(before, content) !== version.digest)
      faults.push(`Version ${number} is not what its digest says: something of it is missing, added or changed.`)
    before = version.digest
    expected = number + 1
    count += records.length
    progress(number, of)
  }
  return { versions: expected - 1, records: count, digest: before, faults: [...faults, ...(await overlaps(db))] }
}

/** A record gives way to its next version at once. That a record ends is in the chain; how long it lasted besides is only here. */
async function overlaps(db: Db | Trx): Promise<string[]> {
  const { rows } = await sql<{ record: string; slug: string; from_version: number }>`
    select record, slug, from_version from (
      select record, slug, from_version, to_version,
        lead(from_version) over (partition by record, slug order by from_version) as next_version
      from record) as row
    where next_version is not null and (to_version is null or to_version > next_version)
    order by record, slug, from_version`.execute(db)
  return rows.map(
    ({ record, slug, from_version }) =>
      `${record} ${slug} of version ${from_version} goes on after the record that took its place.`,
  )
}
