/**
 * Backup and restore between any two stores. A backup is a journal: the same versions with the same salts and digests, so that
 * two backups of one dataset are the same bytes wherever they were made.
 */
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Entry, entryText, readEntries, syncFolder } from './journal.ts'
import { listProposals } from './proposals.ts'
import type { Db } from './tables.ts'
import { recordsOf, retractedIn } from './verify.ts'
import { instantOf, newestVersion, type Progress, replay } from './versions.ts'

/** Everything in the store as entries: versions in order, then proposals and what was decided about them. */
export async function* storeEntries(db: Db, progress: Progress = () => {}): AsyncGenerator<Entry> {
  const versions = await db.selectFrom('version').selectAll().orderBy('number').execute()
  for (const [i, { number, at, author, message, rules_edition: rulesEdition, digest }] of versions.entries()) {
    const records = (await recordsOf(db, number)).map(({ record, slug, salt, body }) => ({
      salt,
      body: { ...body, record, slug },
    }))
    const retracted = await retractedIn(db, number)
    yield { is: 'version', number, at: instantOf(at), author, message, rulesEdition, records, retracted, digest }
    progress(i + 1, versions.length)
  }
  for (const row of (await listProposals(db, 'all')).reverse()) {
    const { id, author, message, base_version: baseVersion, records, retract } = row
    yield { is: 'proposal', id, at: instantOf(row.at), author, message, baseVersion, records, retract }
    if (row.decision && row.decided_at && row.decided_by)
      yield {
        is: 'decision',
        id,
        decision: row.decision,
        at: instantOf(row.decided_at),
        by: row.decided_by,
        because: row.decided_because,
        version: row.version,
      }
  }
}

/** Writes a backup; the file appears whole or not at all. Gives its size in bytes. */
export async function backUp(db: Db, path: string, progress?: Progress): Promise<number> {
  const part = `${path}.part`
  const file = await open(part, 'w')
  let size = 0
  try {
    for await (const entry of storeEntries(db, progress))
      for (const text of entryText(entry)) size += (await file.write(text)).bytesWritten
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
  await file.close()
  await rename(part, path)
  await syncFolder(dirname(path))
  return size
}

/** The store already holds something, or the file is no backup; the message says what to do. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

/**
 * Brings a backup into an empty store. A restore that was cut off goes on where it stopped when it is run again. Throws
 * RestoreRefused, ChainBroken or JournalDamaged.
 */
export async function restore(
  db: Db,
  path: string,
  { isResumed = false, progress = () => {} }: { isResumed?: boolean; progress?: (version: number) => void } = {},
): Promise<{ versions: number; proposals: number }> {
  if (!isResumed && (await newestVersion(db)) > 0)
    throw new RestoreRefused(
      'The store already holds a record. Restore into an empty one (set DATA_DIR or DATABASE_URL), or say --resume to go on with a restore of the same backup that was cut off.',
    )
  const restored = { versions: 0, proposals: 0 }
  for await (const { entry } of readEntries(path)) {
    await replay(db, entry)
    if (entry.is === 'version') {
      restored.versions++
      progress(entry.number)
    } else if (entry.is === 'proposal') restored.proposals++
  }
  if (restored.versions === 0) throw new RestoreRefused(`${path} holds no version. Is it a backup of Threatline?`)
  return restored
}
