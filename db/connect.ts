/**
 * Opens the store: embedded (PGlite in a directory, one process) or a PostgreSQL server. Both return the same types:
 * int8 as number, dates and times as text. Time zones do not exist in the data; the session speaks UTC.
 */
import { join } from 'node:path'
import { Kysely, PGliteDialect } from 'kysely'
import { type Journal, JournalDamaged } from './journal.ts'
import type { Writable } from './journalled.ts'
import { ensureDirectory, lockDirectory } from './lock.ts'
import { migrate, StoreIsNewer } from './migrate.ts'
import { listenOnServer, type VersionListener, VersionNews } from './news.ts'
import {
  beginMaking,
  checkStore,
  exists,
  hasJournal,
  holdsStore,
  markOrderlyStop,
  putAside,
  replayJournal,
  type Say,
  takeOrderlyStop,
} from './recover.ts'
import { type Connections, openPool, withoutLimit } from './server-pool.ts'
import { PARSERS, PLANNING } from './session.ts'
import type { Db, Tables } from './tables.ts'
import { ChainBroken } from './versions.ts'
import { RulesUnknown } from './vocabulary/editions.ts'

export interface Store {
  db: Db
  kind: 'embedded' | 'server'
  /** Of the embedded store; a server keeps its own. */
  journal: Journal | null
  /** Is told of each new version by the writer, after its commit. */
  told: VersionListener
  /**
   * Hears of new versions, whichever process makes them; `resumed` is called when news may have gone unheard and the store should
   * be asked. Gives the way to stop.
   */
  watch(heard: VersionListener, resumed: () => void): () => Promise<void>
  /** Does work that makes nobody wait: on a server its statements take as long as they take. */
  maintain<Result>(work: (store: Writable) => Promise<Result>): Promise<Result>
  /** Connections to a server; null for the embedded store, which is one. */
  connections(): Connections | null
  /** Says who holds the embedded directory, to whoever asks in vain. */
  announce(holder: string): void
  close(): Promise<void>
}

export type StoreAddress = { dataDir: string } | { databaseUrl: string }

export interface StoreOptions {
  say?: Say | undefined
  /** How long a statement on a server may take, in milliseconds; 0 is as long as it takes, for whoever makes nobody wait. */
  statementMs?: number
  /** Only a store that is there is opened, never a new embedded one made. */
  mustExist?: boolean
}

/** The data directory holds no store, and none is to be made; the message says what to do. */
export class StoreMissing extends Error {
  override name = 'StoreMissing'
}

/** A request that reads by index is far below this; one that is not must not hold a connection that others wait for. */
const STATEMENT_MS = 5000

/**
 * Opens the store and brings it to the newest form; an embedded one also to all that its journal holds. Throws DirectoryUnusable,
 * or DirectoryHeld if another process has the directory (lock.ts), JournalDamaged (journal.ts) if the journal cannot be read, and
 * StoreMissing if it must exist and does not.
 */
export function openStore(
  address: StoreAddress,
  { say = () => {}, statementMs = STATEMENT_MS, mustExist = false }: StoreOptions = {},
): Promise<Store> {
  return 'databaseUrl' in address
    ? openServer(address.databaseUrl, statementMs, say)
    : openEmbedded(address.dataDir, mustExist, say)
}

async function openEmbedded(dataDir: string, mustExist: boolean, say: Say): Promise<Store> {
  // A directory that is there is tried first, so that one which may not be read is not said to be empty.
  if (!mustExist || (await exists(dataDir))) await ensureDirectory(dataDir)
  if (mustExist && !(await holdsStore(dataDir)))
    throw new StoreMissing(
      `DATA_DIR is ${dataDir}, which holds no store. Set DATA_DIR (or DATABASE_URL) to where the record is, or bring one in with restore or import.`,
    )
  const lock = await lockDirectory(dataDir)
  const since = new Date()
  try {
    const { db, journal, shut } = await openRecovered(dataDir, say)
    const close = async () => {
      try {
        await shut()
        await journal.close()
        await markOrderlyStop(dataDir, journal.bytes, since)
      } finally {
        await lock.release()
      }
    }
    const news = new VersionNews()
    return {
      db,
      kind: 'embedded',
      journal,
      told: news.tell,
      watch: (heard) => {
        const stop = news.listen(heard)
        return async () => stop()
      },
      maintain: (work) => work({ db, journal, told: news.tell }),
      connections: () => null,
      announce: lock.announce,
      close,
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

interface Recovered {
  db: Db
  journal: Journal
  shut(): Promise<void>
}

/** The store as it was left, or, where that cannot be trusted, made anew from the journal. */
async function openRecovered(dataDir: string, say: Say): Promise<Recovered> {
  const orderly = await takeOrderlyStop(dataDir)
  try {
    return await openAsLeft(dataDir, orderly, say)
  } catch (error) {
    if (!isDamage(error) || !(await hasJournal(dataDir))) throw error
    say(`The store is damaged (${(error as Error).message}); it is made anew from the journal.`)
    await putAside(dataDir)
    return openAsLeft(dataDir, null, say)
  }
}

/** What keeps a sound store from opening: of these none is mended by making it anew. */
const NOT_DAMAGE = [JournalDamaged, ChainBroken, RulesUnknown, StoreIsNewer]
const NOT_DAMAGE_CODES = ['ENOSPC', '53100', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE', 'ENOMEM']

const isDamage = (error: unknown): boolean =>
  !NOT_DAMAGE.some((type) => error instanceof type) && !NOT_DAMAGE_CODES.includes(codeOf(error))

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

async function openAsLeft(dataDir: string, orderly: number | null, say: Say): Promise<Recovered> {
  const made = await beginMaking(dataDir)
  const { db, shut } = await openPglite(join(dataDir, 'store'))
  try {
    for (const name of await migrate(db)) say(`Store brought up to date: ${name}`)
    if (orderly === null) await checkStore(db)
    const journal = await replayJournal(db, dataDir, orderly, say)
    await made()
    return { db, shut, journal }
  } catch (error) {
    await shut().catch(() => {})
    throw error
  }
}

async function openPglite(folder: string): Promise<Omit<Recovered, 'journal'>> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { amcheck } = await import('@electric-sql/pglite/contrib/amcheck')
  const pglite = await PGlite.create({
    dataDir: folder,
    parsers: Object.fromEntries(PARSERS),
    extensions: { amcheck },
  })
  await pglite.exec(`set time zone 'UTC'`)
  for (const setting of PLANNING) await pglite.exec(`set ${setting}`)
  const db: Db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  const shut = async () => {
    await db.destroy()
    if (!pglite.closed) await pglite.close()
  }
  return { db, shut }
}

async function openServer(databaseUrl: string, statementMs: number, say: Say): Promise<Store> {
  const { db, connections } = await openPool(databaseUrl, statementMs)
  try {
    for (const name of await withoutLimit(db, migrate)) say(`Store brought up to date: ${name}`)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const news = new VersionNews()
  return {
    db,
    kind: 'server',
    journal: null,
    told: news.tell,
    watch: (heard, resumed) => {
      const stopHere = news.listen(heard)
      const stopThere = listenOnServer(databaseUrl, heard, resumed)
      return async () => {
        stopHere()
        await stopThere()
      }
    },
    maintain: (work) => withoutLimit(db, (one) => work({ db: one, journal: null, told: news.tell })),
    connections,
    announce: () => {},
    close: () => db.destroy(),
  }
}
