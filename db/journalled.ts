/** The one way to write: a transaction whose journal entry is on the disk before it commits. */
import type { Entry, Journal } from './journal.ts'
import type { Db, Trx } from './tables.ts'

export interface Writable {
  db: Db
  /** Null on a PostgreSQL server, which keeps its own. */
  journal: Journal | null
}

/**
 * Runs `work` in a transaction; its entry (null where nothing was written) is on the disk before the commit. If the commit then
 * fails, the entry is taken back, so that the journal does not tell of what the store refused.
 */
export function journalled<Result>(
  { db, journal }: Writable,
  work: (trx: Trx) => Promise<{ entry: Entry | null; result: Result }>,
): Promise<Result> {
  if (!journal) return db.transaction().execute(async (trx) => (await work(trx)).result)
  return journal.exclusively(async () => {
    let takeBack = async () => {}
    try {
      return await db.transaction().execute(async (trx) => {
        const { entry, result } = await work(trx)
        if (entry) takeBack = await journal.append(entry)
        return result
      })
    } catch (error) {
      // What could not be taken back is cut before the next entry; the first error is the one to tell.
      await takeBack().catch(() => {})
      throw error
    }
  })
}
