/**
 * Database errors are known by their code (SQLSTATE, or the system's). Where the connection itself is gone the driver gives
 * only a sentence; here such an error gets the code of its class, 08 (connection exception).
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

const UNABLE_TO_CONNECT = '08001'
const CONNECTION_FAILURE = '08006'

function tagged(error: unknown, code: string): unknown {
  if (error instanceof Error && !('code' in error && error.code)) Object.assign(error, { code })
  return error
}

/** A pool for Kysely whose errors all have a code. */
export function taggedPool(pool: pg.Pool): PostgresPool {
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
