/**
 * The embedded store after a stop that was not orderly: it never syncs to the disk itself, so what it holds is checked, and what
 * it lost comes back from the journal. After an orderly stop the sizes of its files are compared, which takes milliseconds.
 */
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { storeEntries } from './backup.ts'
import { INDEX_TABLES } from './index-version.ts'
import { Journal, readEntries } from './journal.ts'
import type { Db } from './tables.ts'
import { verify } from './verify.ts'
import { replay } from './versions.ts'

export type Say = (line: string) => void

/** What the directory held at the last orderly stop. */
interface OrderlyStop {
  journalBytes: number
  /** Sizes of the store's files, by path. */
  files: Record<string, number>
}

const places = (dataDir: string) => ({
  store: join(dataDir, 'store'),
  journal: join(dataDir, 'journal'),
  mark: join(dataDir, 'stopped-in-order.json'),
})

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    paths.sort().map(async (path) => [path.slice(folder.length), (await stat(path)).size] as const),
  )
  return Object.fromEntries(sizes)
}

/** Written when the store is closed; the next start takes it away before it opens anything. */
export async function markOrderlyStop(dataDir: string, journalBytes: number): Promise<void> {
  const { store, mark } = places(dataDir)
  const stop: OrderlyStop = { journalBytes, files: await sizesIn(store) }
  await writeFile(`${mark}.part`, JSON.stringify(stop))
  await rename(`${mark}.part`, mark)
}

/** The journal's size if the last stop was orderly and every file is as large as it was then; else null. */
export async function takeOrderlyStop(dataDir: string): Promise<number | null> {
  const { store, journal, mark } = places(dataDir)
  try {
    const text = await readFile(mark, 'utf8')
    await rm(mark)
    const { journalBytes, files } = JSON.parse(text) as OrderlyStop
    const isSame = JSON.stringify(files) === JSON.stringify(await sizesIn(store))
    return isSame && (await stat(journal)).size === journalBytes ? journalBytes : null
  } catch {
    return null
  }
}

/** The store does not hold what it should; it is made anew from the journal. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged'
}

/**
 * Checks what a stop out of order or a failing disk may have spoilt: every record and version by its digest, the index tables by
 * their number of rows, every index by amcheck. Throws StoreDamaged, or the store's own error.
 */
export async function checkStore(db: Db): Promise<void> {
  const { faults } = await verify(db)
  if (faults[0]) throw new StoreDamaged(faults[0])
  await db.transaction().execute(async (trx) => {
    // Counted in the tables themselves: an index may still list rows that its table has lost.
    for (const way of ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'])
      await sql`set local ${sql.raw(way)} = off`.execute(trx)
    let rows = 0
    for (const table of INDEX_TABLES) {
      const { count } = await trx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      rows += count
    }
    const { expected } = await trx
      .selectFrom('version')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('index_rows'), sql<number>`0`).as('expected'))
      .executeTakeFirstOrThrow()
    if (rows !== Number(expected)) throw new StoreDamaged(`The index has ${rows} rows and should have ${expected}.`)
  })
  await sql`create extension if not exists amcheck`.execute(db)
  await sql`select bt_index_check(index.oid, true) from pg_class as index join pg_am as method on method.oid = index.relam
    where index.relkind = 'i' and method.amname = 'btree'`.execute(db)
}

/**
 * Brings store and journal together. The journal's torn tail is dropped; versions that only it has are written to the store; a
 * journal that has less than the store (somebody took it away) is written anew. After an orderly stop (`orderly` is the journal's
 * size then) there is nothing to do. Throws ChainBroken where the two do not belong together, and JournalDamaged.
 */
export async function replayJournal(db: Db, dataDir: string, orderly: number | null, say: Say): Promise<Journal> {
  const { journal } = places(dataDir)
  if (orderly !== null) return Journal.open(journal, orderly)
  const versions = await db.selectFrom('version').select(['number', 'digest']).execute()
  const digests = new Map(versions.map(({ number, digest }) => [number, digest]))
  const proposals = await db.selectFrom('proposal').select(['id', 'decision']).execute()
  const decisions = new Map(proposals.map(({ id, decision }) => [id, decision]))
  let end = 0
  let inJournal = 0
  let proposed = 0
  for await (const read of readEntries(journal)) {
    const { entry } = read
    end = read.end
    const isKnown =
      entry.is === 'version'
        ? digests.get(entry.number) === entry.digest
        : entry.is === 'proposal'
          ? decisions.has(entry.id)
          : decisions.get(entry.id) === entry.decision
    if (!isKnown && (await replay(db, entry)) === 'written' && entry.is === 'version')
      say(`Version ${entry.number} is back from the journal.`)
    if (entry.is === 'version') inJournal = entry.number
    if (entry.is === 'proposal') proposed++
  }
  if (inJournal < versions.length || proposed < proposals.length) {
    if (end > 0) say('The journal has less than the store; it is written anew.')
    end = await rewriteJournal(db, journal)
  }
  return Journal.open(journal, end)
}

async function rewriteJournal(db: Db, path: string): Promise<number> {
  await rm(path, { force: true })
  const fresh = await Journal.open(path, 0)
  try {
    for await (const entry of storeEntries(db)) await fresh.append(entry)
    return fresh.bytes
  } finally {
    await fresh.close()
  }
}

/** Puts a damaged store aside, once: the one put aside before it goes. */
export async function putAside(dataDir: string): Promise<void> {
  const { store } = places(dataDir)
  const aside = join(dataDir, 'store-damaged')
  await rm(aside, { recursive: true, force: true })
  await rename(store, aside)
}
