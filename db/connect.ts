/**
 * Opens the store: embedded (PGlite in a directory, one process) or a PostgreSQL server. Both return the same types:
 * int8 as number, dates and times as text. Time zones do not exist in the data; the session speaks UTC.
 */
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { type Journal, JournalDamaged } from './journal.ts'
import { lockDirectory } from './lock.ts'
import { migrate, StoreIsNewer } from './migrate.ts'
import { listenOnServer, type VersionListener, VersionNews } from './news.ts'
import {
  beginMaking,
  checkStore,
  markOrderlyStop,
  putAside,
  replayJournal,
  type Say,
  takeOrderlyStop,
} from './recover.ts'
import { taggedPool } from './server-pool.ts'
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
  /** Connections to a server; null for the embedded store, which is one. */
  connections(): Connections | null
  /** Says who holds the embedded directory, to whoever asks in vain. */
  announce(holder: string): void
  close(): Promise<void>
}

export interface Connections {
  open: number
  idle: number
  /** Queries that wait for a connection. */
  waiting: number
}

export type StoreAddress = { dataDir: string } | { databaseUrl: string }

/**
 * Every query is small and reads by index: a page by chance costs no more than one in order (memory, solid disks), and neither
 * compiling a plan nor starting workers for it ever pays.
 */
const PLANNING = ['random_page_cost=1.1', 'jit=off', 'max_parallel_workers_per_gather=0']

const INT8 = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const INTERVAL = 1186

/** int8 to number; a value that a number cannot hold is an error, not a rounding. */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond what a number holds exactly`)
  return value
}

const PARSERS = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  ...[DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL].map((oid) => [oid, (text: string) => text] as const),
])

/**
 * Opens the store and brings it to the newest form; an embedded one also to all that its journal holds. Throws DirectoryHeld
 * (lock.ts) if another process has the directory, JournalDamaged (journal.ts) if the journal cannot be read.
 */
export function openStore(address: StoreAddress, say: Say = () => {}): Promise<Store> {
  return 'databaseUrl' in address ? openServer(address.databaseUrl, say) : openEmbedded(address.dataDir, say)
}

async function openEmbedded(dataDir: string, say: Say): Promise<Store> {
  await mkdir(dataDir, { recursive: true })
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

const hasJournal = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'journal')).then(
    ({ size }) => size > 0,
    () => false,
  )

async function openServer(databaseUrl: string, say: Say): Promise<Store> {
  const pg = (await import('pg')).default
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5000,
    options: ['TimeZone=UTC', 'statement_timeout=5000', ...PLANNING].map((setting) => `-c ${setting}`).join(' '),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // Without a listener an idle connection that the server drops ends the process; the pool opens another by itself.
  pool.on('error', () => {})
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: taggedPool(pool) }) })
  try {
    for (const name of await migrate(db)) say(`Store brought up to date: ${name}`)
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
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    announce: () => {},
    close: () => db.destroy(),
  }
}
