/** Connections to a PostgreSQL server: their settings, their number, and what their errors are called. */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import type pg from 'pg'
import { PARSERS, PLANNING } from './session.ts'
import type { Db, Tables } from './tables.ts'

/** Connections of one process: more would not be served faster by a server of a few cores. */
const MOST = 10
/** How long is waited for a connection, in milliseconds. */
const CONNECTING_MS = 5000

export interface Connections {
  open: number
  idle: number
  /** Queries that wait for a connection. */
  waiting: number
}

export interface Pool {
  db: Db
  connections(): Connections
}

/** Opens a pool; a statement that takes longer than `statementMs` is given up by the server (0: never). */
export async function openPool(databaseUrl: string, statementMs: number): Promise<Pool> {
  const pg = (await import('pg')).default
  const settings = ['TimeZone=UTC', `statement_timeout=${statementMs}`, ...PLANNING]
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MOST,
    connectionTimeoutMillis: CONNECTING_MS,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // Without a listener an idle connection that the server drops ends the process; the pool opens another by itself.
  pool.on('error', () => {})
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: taggedPool(pool) }) }),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  }
}

/** Does maintenance on one connection, whose statements take as long as they take. */
export function withoutLimit<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    try {
      return await work(connection)
    } finally {
      // A connection that is gone by now has no limit to give back; what ended it is the error to tell.
      await sql`reset statement_timeout`.execute(connection).catch(() => {})
    }
  })
}

const UNABLE_TO_CONNECT = '08001'
const CONNECTION_FAILURE = '08006'

/**
 * Database errors are known by their code (SQLSTATE, or the system's). Where the connection itself is gone the driver gives
 * only a sentence; such an error gets the code of its class, 08 (connection exception).
 */
function tagged(error: unknown, code: string): unknown {
  if (error instanceof Error && !('code' in error && error.code)) Object.assign(error, { code })
  return error
}

/** A pool for Kysely whose errors all have a code. */
function taggedPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error) => {
        throw tagged(error, UNABLE_TO_CONNECT)
      })
      // Out of the pool, the end of a connection is told to its client alone, and untold it would end the process.
      const ignore = () => {}
      client.on('error', ignore)
      const query = async (text: string, values: unknown[]) => {
        try {
          return await client.query(text, values)
        } catch (error) {
          throw tagged(error, CONNECTION_FAILURE)
        }
      }
      const release = (destroy?: boolean) => {
        client.off('error', ignore)
        client.release(destroy)
      }
      // Kysely's other form of query takes a cursor, which only streams use; there are none here.
      return { query: query as unknown as PostgresPoolClient['query'], release }
    },
  }
}
