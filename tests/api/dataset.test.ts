/** Two processes' worth of the program on one PostgreSQL server, and what each knows of the other's versions. */
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDataset, type Dataset, openDataset } from '../../api/dataset.ts'
import { openStore, type Store } from '../../db/connect.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { openEmbedded } from '../support/stores.ts'

const NEVER = 3_600_000
const acceptance = { author: 'test', message: 'a bill', at: `${TODAY}T00:00:00Z` }

let database: TestDatabase
const stores: Store[] = []
const apps: RunningApp[] = []
const open = async () => {
  const store = await openStore({ databaseUrl: database.url })
  stores.push(store)
  return store
}
beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  // Polls so far apart that only news can be the reason for what is known.
  for (const _ of [1, 2]) apps.push(await startApp(await open(), [...ground(), buildMeasure()], { pollMs: NEVER }))
}, 120_000)
afterAll(async () => {
  for (const app of apps) await app.close()
  for (const store of stores) await store.close()
  await database?.drop()
})

let bills = 0
const acceptBill = (store: Store) => accept(store, [buildMeasure({ slug: `bill-${++bills}` })], acceptance)

/** When a dataset knows a version at last. */
const known = (dataset: Dataset, version: number) =>
  new Promise<void>((done) => {
    const stop = dataset.onNews(() => {
      if (dataset.newest < version) return
      stop()
      done()
    })
  })

const [writing, reading] = [() => stores[0] as Store, () => apps[1] as RunningApp]

test('a version that is accepted through one process is answered with by the other as soon as it has heard', async () => {
  const before = (await get(`${reading().url}/api/measures`)).body
  const heard = known(reading().dataset, before.version + 1)
  const { version } = await acceptBill(writing())
  await heard
  const { body } = await get(`${reading().url}/api/measures`)
  expect(body.version).toBe(version)
  expect(body.items.length).toBe(before.items.length + 1)
})

test('who accepts a version knows it at once, without waiting for news', async () => {
  const { version } = await acceptBill(writing())
  expect(apps[0]?.dataset.newest).toBe(version)
})

test('nobody hears of a version that was not committed', async () => {
  const heard: number[] = []
  let stop = async () => {}
  await new Promise<void>((listening) => {
    stop = (stores[1] as Store).watch((version) => heard.push(version), listening)
  })
  const refused = accept(writing(), [buildMeasure({ slug: 'late' })], acceptance, {
    progress: () => {
      throw new Error('stopped in the middle')
    },
  })
  await expect(refused).rejects.toThrow('stopped in the middle')
  const next = known(reading().dataset, reading().dataset.newest + 1)
  const { version } = await acceptBill(writing())
  await next
  await stop()
  expect(new Set(heard)).toEqual(new Set([version]))
})

test('a listener whose connection was cut listens again, and catches up with what it missed', async () => {
  const name = 'to be cut'
  const url = new URL(database.url)
  url.searchParams.set('application_name', name)
  const store = await openStore({ databaseUrl: url.href })
  stores.push(store)
  let resumed = () => {}
  const listening = () => new Promise<void>((done) => (resumed = done))
  let again = listening()
  const dataset = await openDataset(
    {
      ...store,
      watch: (heard, missed) =>
        store.watch(heard, async () => {
          await missed()
          resumed()
        }),
    },
    () => new Date(),
    { pollMs: NEVER },
  )
  await again
  again = listening()

  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  const open = (may: boolean) => admin.query(`alter database ${url.pathname.slice(1)} with allow_connections ${may}`)
  // The writer has a connection already; the listener gets none until the version is there.
  await newestVersion(writing().db)
  await open(false)
  const { rows } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and query ilike 'listen %'`,
    [name],
  )
  expect(rows).toHaveLength(1)
  const { version } = await acceptBill(writing())
  expect(dataset.newest).toBe(version - 1)
  await open(true)
  await admin.end()
  await again
  expect(dataset.newest).toBe(version)

  const heard = known(dataset, version + 1)
  await acceptBill(writing())
  await heard
  await dataset.close()
})

test('where no news comes at all, the poll finds the version', async () => {
  const store = await open()
  const dataset = await openDataset({ ...store, watch: () => async () => {} }, () => new Date(), { pollMs: 20 })
  const found = known(dataset, dataset.newest + 1)
  const { version } = await acceptBill(writing())
  await found
  expect(dataset.newest).toBe(version)
  await dataset.close()
})

test('a version that another process has named is asked for, though the news has not come yet', async () => {
  const store = await open()
  const deaf = await startApp({ ...store, watch: () => async () => {} }, ground(), { pollMs: NEVER })
  const { version } = await acceptBill(writing())
  expect(deaf.dataset.newest).toBe(version - 1)
  expect((await get(`${deaf.url}/api/measures?version=${version}`)).body.version).toBe(version)
  expect((await get(`${deaf.url}/api/measures?version=${version + 1}`)).status).toBe(400)
  await deaf.close()
})

test('the embedded store tells in the process, and stops when it is no longer listened to', async () => {
  const { store, drop } = await openEmbedded()
  await accept(store, ground(), acceptance)
  const dataset = await openDataset(store, () => new Date())
  expect((await acceptBill(store)).version).toBe(dataset.newest)
  await dataset.close()
  await acceptBill(store)
  expect(dataset.newest).toBe(2)
  await drop()
})

test('news that comes late or twice changes nothing; the time of each supersession is kept', () => {
  let now = 1000
  const dataset = createDataset(() => new Date(now), 4)
  let told = 0
  dataset.onNews(() => told++)
  for (const version of [5, 5, 3, 7, 6]) {
    now += 10
    dataset.learn(version)
  }
  expect(dataset.newest).toBe(7)
  expect(told).toBe(2)
  expect([4, 5, 6, 7].map(dataset.supersededAt)).toEqual([1010, 1040, undefined, undefined])
})

test('the day turns at midnight UTC', () => {
  let now = new Date('2026-11-24T23:59:59.999Z')
  const dataset = createDataset(() => now)
  expect(dataset.today()).toBe('2026-11-24')
  now = new Date('2026-11-25T00:00:00Z')
  expect(dataset.today()).toBe('2026-11-25')
})
