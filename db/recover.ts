/**
 * The embedded store after a stop that was not orderly: it never syncs to the disk itself, so what it holds is checked, and what
 * it lost comes back from the journal. After an orderly stop the sizes of its files are compared, which takes milliseconds.
 */
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { backUp } from './backup.ts'
import { canonicalJson } from './digest.ts'
import { INDEX_TABLES } from './index-version.ts'
import { type Entry, Journal, readEntries, syncFile, syncFolder } from './journal.ts'
import { listMessages } from './messages.ts'
import { listProposals } from './proposals.ts'
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
  making: join(dataDir, 'store-is-being-made'),
})

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    paths.sort().map(async (path) => [path.slice(folder.length), (await stat(path)).size] as const),
  )
  return Object.fromEntries(sizes)
}

/**
 * Written when the store is closed; the next start takes it away before it opens anything. The store's files, which PGlite
 * never syncs, are on the disk before the mark is: `since` is when the store was opened.
 */
export async function markOrderlyStop(dataDir: string, journalBytes: number, since: Date): Promise<void> {
  const { store, mark } = places(dataDir)
  await syncChanged(store, since)
  const stop: OrderlyStop = { journalBytes, files: await sizesIn(store) }
  await writeFile(`${mark}.part`, JSON.stringify(stop))
  await syncFile(`${mark}.part`)
  await rename(`${mark}.part`, mark)
  await syncFolder(dataDir)
}

async function syncChanged(folder: string, since: Date): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const folders = new Set([folder])
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath, entry.name)
    if ((await stat(path)).mtime < since) continue
    await syncFile(path)
    folders.add(entry.parentPath)
  }
  for (const path of folders) await syncFolder(path)
}

/** The journal's size if the last stop was orderly and every file is as large as it was then; else null. */
export async function takeOrderlyStop(dataDir: string): Promise<number | null> {
  const { store, journal, mark } = places(dataDir)
  try {
    const text = await readFile(mark, 'utf8')
    await rm(mark)
    // A mark that a power cut brings back would vouch for what was written since.
    await syncFolder(dataDir)
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
 * Brings store and journal together. The journal's torn tail is dropped; what only the journal has is written to the store; a
 * journal that lacks what the store has (somebody took it away) is written anew. After an orderly stop (`orderly` is the
 * journal's size then) there is nothing to do. Throws ChainBroken where the two do not belong together, and JournalDamaged.
 */
export async function replayJournal(db: Db, dataDir: string, orderly: number | null, say: Say): Promise<Journal> {
  const { journal } = places(dataDir)
  if (orderly !== null) return Journal.open(journal, orderly)
  const store = await whatStoreHas(db)
  const told = new Set<string>()
  let end = 0
  for await (const read of readEntries(journal)) {
    end = read.end
    for (const entry of decisionsApart(read.entry)) {
      if (entry.is === 'closing') continue
      told.add(nameOf(entry))
      if (store.get(nameOf(entry)) === contentOf(entry)) continue
      if (entry.is !== 'version' && store.has(nameOf(entry)))
        throw new StoreDamaged(`The ${nameOf(entry)} is not what the journal says.`)
      const written = await replay({ db, journal: null }, entry)
      if (written === 'written' && entry.is === 'version') say(`Version ${entry.number} is back from the journal.`)
    }
  }
  if ([...store.keys()].some((name) => !told.has(name))) {
    if (end > 0) say('The journal has less than the store; it is written anew.')
    end = await backUp(db, journal)
  }
  return Journal.open(journal, end)
}

type Told = Exclude<Entry, { is: 'closing' }>

/** A version that carries out a proposal tells of two things. */
function decisionsApart(entry: Entry): Entry[] {
  return entry.is === 'version' && entry.decision ? [entry, entry.decision] : [entry]
}

const nameOf = (entry: Told): string => (entry.is === 'version' ? `version ${entry.number}` : `${entry.is} ${entry.id}`)

/** By which it is seen that store and journal say the same of one thing. */
function contentOf(entry: Told): string {
  if (entry.is === 'version') return entry.digest
  if (entry.is === 'decision') return entry.decision
  if (entry.is === 'message') return canonicalJson([entry.on, entry.wish, entry.about, entry.says])
  if (entry.is === 'done') return canonicalJson([entry.on, entry.by])
  const { author, message, baseVersion, records, retract } = entry
  return canonicalJson([author, message, baseVersion, records, retract])
}

/** Everything that the store could tell, by name: what it says of it. */
async function whatStoreHas(db: Db): Promise<Map<string, string>> {
  const has = new Map<string, string>()
  for (const { number, digest } of await db.selectFrom('version').select(['number', 'digest']).execute())
    has.set(`version ${number}`, digest)
  for (const { id, author, message, base_version, records, retract, decision } of await listProposals(db, 'all')) {
    has.set(`proposal ${id}`, canonicalJson([author, message, base_version, records, retract]))
    if (decision) has.set(`decision ${id}`, decision)
  }
  for (const { id, received_on, wish, about, says, done_on, done_by } of await listMessages(db, 'all')) {
    has.set(`message ${id}`, canonicalJson([received_on, wish, about, says]))
    if (done_on) has.set(`done ${id}`, canonicalJson([done_on, done_by]))
  }
  return has
}

/** Puts a damaged store aside, once: the one put aside before it goes. The journal must be whole, since it is all that is left. */
export async function putAside(dataDir: string): Promise<void> {
  const { store, journal } = places(dataDir)
  for await (const _ of readEntries(journal));
  const aside = join(dataDir, 'store-damaged')
  await rm(aside, { recursive: true, force: true })
  if (await exists(store)) await rename(store, aside)
}

/**
 * Sees to it that a store that was cut off while it was being made is not taken for a damaged one: what there is of it is
 * removed. Gives the way to say that the store is made.
 */
export async function beginMaking(dataDir: string): Promise<() => Promise<void>> {
  const { store, making } = places(dataDir)
  if (await exists(making)) await rm(store, { recursive: true, force: true })
  if (await exists(store)) return async () => {}
  await writeFile(
    making,
    'The folder "store" beside this file is being made. If it is cut off, the next start begins anew.\n',
  )
  await syncFolder(dataDir)
  return () => rm(making, { force: true })
}

/** Whether a record can be opened there: a store that is made, or the journal that it comes back from. */
export async function holdsStore(dataDir: string): Promise<boolean> {
  const { store, making } = places(dataDir)
  return (await hasJournal(dataDir)) || ((await exists(store)) && !(await exists(making)))
}

export const hasJournal = (dataDir: string): Promise<boolean> =>
  stat(places(dataDir).journal).then(
    ({ size }) => size > 0,
    () => false,
  )

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
