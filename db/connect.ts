/**
 * Opens the store: embedded (PGlite in a directory, one process) or a PostgreSQL server. Both return the same types:
 * int8 as number, dates and times as text. Time zones do not exist in the data; the session speaks UTC.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { lockDirectory } from './lock.ts'
import type { Db, Tables } from './tables.ts'

export interface Store {
  db: Db
  kind: 'embedded' | 'server'
  /** Says who holds the embedded directory, to whoever asks in vain. */
  announce(holder: string): void
  close(): Promise<void>
}

export type StoreAddress = { dataDir: string } | { databaseUrl: string }

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

/** Opens the store. Throws DirectoryHeld (lock.ts) if another process has the directory. */
export function openStore(address: StoreAddress): Promise<Store> {
  return 'databaseUrl' in address ? openServer(address.databaseUrl) : openEmbedded(address.dataDir)
}

async function openEmbedded(dataDir: string): Promise<Store> {
  await mkdir(dataDir, { recursive: true })
  const lock = await lockDirectory(dataDir)
  try {
    const { PGlite } = await import('@electric-sql/pglite')
    const pglite = await PGlite.create({
      dataDir: join(dataDir, 'store'),
      parsers: Object.fromEntries(PARSERS),
    })
    await pglite.exec(`set time zone 'UTC'`)
    const db: Db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    const close = async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      await lock.release()
    }
    return { db, kind: 'embedded', announce: lock.announce, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openServer(databaseUrl: string): Promise<Store> {
  const pg = (await import('pg')).default
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    options: '-c TimeZone=UTC -c statement_timeout=5000',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // Without a listener an idle connection that the server drops ends the process; the pool opens another by itself.
  pool.on('error', () => {})
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, kind: 'server', announce: () => {}, close: () => db.destroy() }
}
