/** PostgreSQL goes away in mid-accept: an error, nothing lost, 503 meanwhile, and all well afterwards without a restart. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { openStore, type Store } from '../../db/connect.ts'
import { outageOf } from '../../db/outage.ts'
import { verify } from '../../db/verify.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildMeasure, buildStep, ground } from '../support/build.ts'
import { chanceOf } from '../support/chance.ts'
import { createDatabase, type PostgresServer, startPostgres } from '../support/postgres.ts'
import { newSeed } from './seed.ts'

const TERMINATIONS = 40
const seed = newSeed('Outage')
const chance = chanceOf(seed)
let server: PostgresServer
let store: Store
let app: RunningApp
beforeAll(async () => {
  // Of its own, since it is stopped: other tests use the shared one.
  server = await startPostgres()
  store = await openStore({ databaseUrl: (await createDatabase(server.url)).url })
  app = await startApp(store, [...ground(), buildMeasure()])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await store?.close()
  await server?.stop()
})

const many = (round: number): AnyRecord[] =>
  Array.from({ length: 300 }, (_, i) =>
    buildMeasure({
      slug: `bill-${i}`,
      summary: `Round ${round}. ${'Wording. '.repeat(20)}`,
      steps: [buildStep('introduced', '2020-01-15'), buildStep('adopted', '2021-01-15')],
    }),
  )

const by = (round: number) => ({ author: 'test', message: `Round ${round}`, at: '2026-11-24T00:00:00.000Z' })

/** Ends the sessions of the store at once, from a session of the maintenance database. */
async function terminateAll(admin: Store): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname like 'threatline_test_%' and pid <> pg_backend_pid()`.execute(admin.db)
}

test(`with its connection dropped at random moments, ${TERMINATIONS} times, an accept is whole or not at all, and the next works`, async () => {
  const admin = await openStore({ databaseUrl: server.url })
  let refused = 0
  try {
    for (let round = 1; round <= TERMINATIONS; round++) {
      const before = await newestVersion(store.db)
      const accepting = accept(store, many(round), by(round)).then(
        () => null,
        (error: unknown) => error,
      )
      await pause(chance.below(600))
      await terminateAll(admin)
      const error = await accepting
      // An idle connection that was dropped is known as such when the driver has read so.
      await pause(100)
      if (error) {
        refused++
        expect(outageOf(error), `round ${round}, seed ${seed}: ${error}`).toBe('unreachable')
      }
      const after = await newestVersion(store.db)
      // A connection that drops after COMMIT was sent leaves the caller in doubt; the store is never in between.
      expect(after - before).toBeLessThanOrEqual(1)
      if (!error) expect(after - before).toBe(1)
      expect((await verify(store.db)).faults).toEqual([])
    }
  } finally {
    await admin.close()
  }
  console.log(`Outage: ${JSON.stringify({ terminations: TERMINATIONS, refused })}`)
  expect(refused).toBeGreaterThan(TERMINATIONS / 8)
}, 300_000)

test('while the server is stopped a request is a 503 with Retry-After, and afterwards it works again without a restart', async () => {
  const before = await newestVersion(store.db)
  const accepting = accept(store, many(1000), by(1000)).then(
    () => null,
    (error: unknown) => error,
  )
  await pause(30)
  const startAgain = await server.interrupt()
  expect(outageOf(await accepting)).toBe('unreachable')
  for (const address of ['/api/measures', '/api/measures/example-bill', '/api/versions']) {
    const { status, headers, body } = await get(`${app.url}${address}`)
    expect(status, address).toBe(503)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('etag')).toBeNull()
    expect(body).toMatchObject({ type: '/problems/unavailable', status: 503 })
  }
  const page = await get(`${app.url}/measures/example-bill`, { headers: { Accept: 'text/html' } })
  expect(page.status).toBe(503)
  expect(outageOf(await accept(store, many(1001), by(1001)).catch((error: unknown) => error))).toBe('unreachable')
  await startAgain()
  expect((await get(`${app.url}/api/measures/example-bill`)).status).toBe(200)
  expect(await newestVersion(store.db)).toBe(before)
  expect((await accept(store, many(1002), by(1002))).version).toBe(before + 1)
  expect((await verify(store.db)).faults).toEqual([])
}, 120_000)
