/**
 * News of new versions: from a writer in this process by a call, from other processes on the same PostgreSQL server by
 * NOTIFY. News can be lost with a connection, so whoever listens also asks the store from time to time.
 */
import { sql } from 'kysely'
import type { Trx } from './tables.ts'

/** Takes a version's number after its commit. The same version can be told more than once, and late. */
export type VersionListener = (version: number) => void

const CHANNEL = 'threatline_version'

/** How long to wait before a dropped connection is opened again, in milliseconds: at first, and at most. */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000

/** Tells the other processes of a version, inside the transaction that makes it: PostgreSQL sends it when that commits. */
export const notifyOfVersion = (trx: Trx, version: number) =>
  sql`select pg_notify(${CHANNEL}, ${String(version)})`.execute(trx)

/** The listeners of this process. */
export class VersionNews {
  private readonly listeners = new Set<VersionListener>()

  readonly tell: VersionListener = (version) => {
    for (const listener of this.listeners) listener(version)
  }

  /** Gives the way to stop listening. */
  listen(listener: VersionListener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}

/**
 * Hears what other processes tell, on a connection of its own that is opened again whenever it drops; `resumed` is called each
 * time that listening begins, because what was told before went unheard. Gives the way to stop.
 */
export function listenOnServer(databaseUrl: string, heard: VersionListener, resumed: () => void): () => Promise<void> {
  let isStopped = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined
  let end = async () => {}

  async function connect(): Promise<void> {
    const pg = (await import('pg')).default
    if (isStopped) return
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'threatline news',
      keepAlive: true,
      connectionTimeoutMillis: LONGEST_PAUSE_MS,
    })
    let isOver = false
    const over = () => {
      if (isOver) return
      isOver = true
      client.end().catch(() => {})
      if (isStopped) return
      timer = setTimeout(connect, pause)
      timer.unref()
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    client.on('error', over)
    client.on('end', over)
    client.on('notification', ({ payload }) => heard(Number(payload)))
    end = async () => {
      isOver = true
      await client.end().catch(() => {})
    }
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      pause = FIRST_PAUSE_MS
      resumed()
    } catch {
      over()
    }
  }

  const first = connect()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await first
    await end()
  }
}
