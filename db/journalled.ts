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
 * fails, the entry is taken back, so that the journal never tells of what the store refused.
 */
export async function journalled<Result>(
  { db, journal, told }: Writable,
  work: (trx: Trx) => Promise<{ entry: Entry | null; result: Result }>,
): Promise<Result> {
  let takeBack = async () => {}
  const commit = () =>
    db.transaction().execute(async (trx) => {
      const done = await work(trx)
      if (done.entry && journal) takeBack = await journal.append(done.entry)
      return done
    })
  const { entry, result } = await commit().catch(async (error) => {
    await takeBack()
    throw error
  })
  if (entry?.is === 'version') told?.(entry.number)
  return result
}
