/**
 * Backup and restore between any two stores. A backup is a journal: the same versions with the same salts and digests, so that
 * two backups of one dataset are the same bytes wherever they were made.
 */
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { instantOf } from './digest.ts'
import { type Entry, entryText, readEntries, syncFolder } from './journal.ts'
import type { Writable } from './journalled.ts'
import { listMessages } from './messages.ts'
import { listProposals } from './proposals.ts'
import type { Db, Trx } from './tables.ts'
import { versionContents } from './version-contents.ts'
import { type Progress, replay } from './versions.ts'

/** Everything in the store as entries: versions in order, then proposals and messages with what became of them, and the closing one. */
async function* storeEntries(trx: Trx, progress: Progress): AsyncGenerator<Entry> {
  let closing: Entry = { is: 'closing', version: 0, digest: '' }
  for await (const { version, retracted, of, ...contents } of versionContents(trx)) {
    const { number, at, author, message, rules_edition: rulesEdition, digest } = version
    const records = contents.records.map(({ record, slug, salt, body }) => ({ salt, body: { ...body, record, slug } }))
    yield { is: 'version', number, at: instantOf(at), author, message, rulesEdition, records, retracted, digest }
    closing = { is: 'closing', version: number, digest }
    progress(number, of)
  }
  for (const row of (await listProposals(trx, 'all')).reverse()) {
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
  for (const { id, received_on, wish, about, says, done_on, done_by } of await listMessages(trx, 'all')) {
    yield { is: 'message', id, on: received_on, wish, about, says }
    if (done_on && done_by) yield { is: 'done', id, on: done_on, by: done_by }
  }
  yield closing
}

/**
 * Writes a backup of the store at one moment, whatever is accepted meanwhile; the file appears whole or not at all. Gives its
 * size in bytes. Throws the signal's reason when it is stopped.
 */
export async function backUp(
  db: Db,
  path: string,
  progress: Progress = () => {},
  stopping?: AbortSignal,
): Promise<number> {
  const part = `${path}.part`
  const file = await open(part, 'w')
  let size = 0
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        for await (const entry of storeEntries(trx, progress))
          for (const text of entryText(entry)) {
            stopping?.throwIfAborted()
            const bytes = Buffer.from(text)
            await file.appendFile(bytes)
            size += bytes.length
          }
      })
    await file.sync()
    await file.close()
    await rename(part, path)
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
  return size
}

/** The store already holds something, or the file is no backup; the message says what to do. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

export interface RestoreOptions {
  /** Go on with a restore of the same backup that was cut off. */
  isResumed?: boolean
  /** Take what a journal, or a backup that was cut off, holds up to its last whole entry. */
  isPartial?: boolean
  progress?: Progress
}

/**
 * Brings a backup into an empty store. The file is read whole before anything is written, and a backup that was cut off is
 * refused. Throws RestoreRefused, ChainBroken or JournalDamaged.
 */
export async function restore(
  store: Writable,
  path: string,
  { isResumed = false, isPartial = false, progress = () => {} }: RestoreOptions = {},
): Promise<{ versions: number; proposals: number }> {
  if (!isResumed && !(await isEmpty(store.db)))
    throw new RestoreRefused(
      'The store already holds a record. Restore into an empty one (set DATA_DIR or DATABASE_URL), or say --resume to go on with a restore of the same backup that was cut off.',
    )
  const { versions, proposals, isWhole } = await survey(path)
  if (versions === 0 && !isWhole) throw new RestoreRefused(`${path} holds no version. Is it a backup of Threatline?`)
  if (!isWhole && !isPartial)
    throw new RestoreRefused(
      `${path} does not end as a backup ends: it was cut off after version ${versions}, or it is a journal. To take what it holds, say --partial.`,
    )
  for await (const { entry } of readEntries(path)) {
    await replay(store, entry)
    if (entry.is === 'version') progress(entry.number, versions)
  }
  return { versions, proposals }
}

async function isEmpty(db: Db): Promise<boolean> {
  const first = (table: 'version' | 'proposal' | 'message') =>
    db.selectFrom(table).selectAll().limit(1).executeTakeFirst()
  return !(await first('version')) && !(await first('proposal')) && !(await first('message'))
}

async function survey(path: string): Promise<{ versions: number; proposals: number; isWhole: boolean }> {
  const { size } = await stat(path)
  const found = { versions: 0, proposals: 0, isWhole: false }
  for await (const { entry, end } of readEntries(path)) {
    if (entry.is === 'version') found.versions++
    if (entry.is === 'proposal') found.proposals++
    found.isWhole = entry.is === 'closing' && end === size
  }
  return found
}
