/** The one way to write: a transaction whose journal entry is on the disk before it commits. */
import type { Entry, Journal } from './journal.ts'
import type { VersionListener } from './news.ts'
import type { Db, Trx } from './tables.ts'

export interface Writable {
  db: Db
  /** Null on a PostgreSQL server, which keeps its own. */
  journal: Journal | null
  /** Is told of each new version, after its commit. */
  told?: VersionListener
}

/**
 * Runs `work` in a transaction; its entry (null where nothing was written) is on the disk before the commit. If the commit then
 * fails, the entry is taken back, so that the journal does not tell of what the store refused.
 */
export async function journalled<Result>(
  store: Writable,
  work: (trx: Trx) => Promise<{ entry: Entry | null; result: Result }>,
): Promise<Result> {
  const { entry, result } = await committed(store, work)
  if (entry?.is === 'version') store.told?.(entry.number)
  return result
}

function committed<Result>(
  { db, journal }: Writable,
  work: (trx: Trx) => Promise<{ entry: Entry | null; result: Result }>,
): Promise<{ entry: Entry | null; result: Result }> {
  if (!journal) return db.transaction().execute(work)
  return journal.exclusively(async () => {
    let takeBack = async () => {}
    try {
      return await db.transaction().execute(async (trx) => {
        const done = await work(trx)
        if (done.entry) takeBack = await journal.append(done.entry)
        return done
      })
    } catch (error) {
      // What could not be taken back is cut before the next entry; the first error is the one to tell.
      await takeBack().catch(() => {})
      throw error
    }
  })
}
