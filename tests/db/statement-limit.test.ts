/** The limit on a statement's time: it is for those who make others wait, not for maintenance. */
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openStore, type Store } from '../../db/connect.ts'
import { outageOf } from '../../db/outage.ts'
import { analyse, reindex } from '../../db/versions.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'

const LIMIT_MS = 100
const LONGER_MS = 400

let database: TestDatabase
let store: Store
let other: pg.Client
beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  store = await openStore({ databaseUrl: database.url }, { statementMs: LIMIT_MS })
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
}, 120_000)
afterAll(async () => {
  await other?.end()
  await store?.close()
  await database?.drop()
})

const sleep = sql`select pg_sleep(${LONGER_MS / 1000}::double precision)`

/** Does something while another session keeps it waiting for longer than the limit. */
async function whileHeld(table: string, work: () => Promise<unknown>): Promise<void> {
  await other.query(`begin; lock table ${table} in access exclusive mode`)
  const begun = performance.now()
  const done = work()
  const held = new Promise((go) => setTimeout(go, LONGER_MS)).then(() => other.query('commit'))
  await Promise.all([done, held])
  expect(performance.now() - begun).toBeGreaterThan(LONGER_MS - 1)
}

test('a statement beyond the limit is given up, as a database that has too much to do', async () => {
  const error = await sleep.execute(store.db).catch((thrown) => thrown)
  expect(outageOf(error)).toBe('busy')
})

test('maintenance takes as long as it takes, and leaves the limit to those who come after', async () => {
  await store.maintain(({ db }) => sleep.execute(db))
  await store.maintain(({ db }) => db.transaction().execute((trx) => sleep.execute(trx)))
  await expect(store.maintain(({ db }) => sql`select 1 / 0`.execute(db))).rejects.toThrow('division by zero')
  const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(store.db)
  expect(rows[0]?.limit).toBe(`${LIMIT_MS}ms`)
})

test('a start waits for the migrations of another one', async () => {
  await whileHeld('kysely_migration', async () => {
    const second = await openStore({ databaseUrl: database.url }, { statementMs: LIMIT_MS })
    await second.close()
  })
})

test('the index is made anew, and rows are counted for the planner, however long it takes', async () => {
  await whileHeld('version', () => reindex(store.db))
  await whileHeld('version', () => analyse(store.db))
})

test('the command line has no limit', async () => {
  const own = await openStore({ databaseUrl: database.url }, { statementMs: 0 })
  await sleep.execute(own.db)
  await own.close()
})
