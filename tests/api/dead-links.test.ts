/** What readers are told of dead links: at once where an answer is of today, and nothing where version and day are fixed. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { openDataset } from '../../api/dataset.ts'
import { openStore } from '../../db/connect.ts'
import { type Finding, saveFinding } from '../../db/links.ts'
import { accept } from '../../db/versions.ts'
import { get, type RunningApp, serve, startApp, TODAY } from '../support/app.ts'
import { buildEvent, buildLetter, buildMeasure, buildSource, ground } from '../support/build.ts'
import { createDatabase, type TestDatabase } from '../support/postgres.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const ADDRESS = 'https://gazette.example/1'
const ARCHIVED = 'https://archive.example/gazette-1'
const BADGE = 'not found since 3 November 2026'
const GONE: Finding = { state: 'gone', code: 404, leadsTo: null }
const OK: Finding = { state: 'ok', code: 200, leadsTo: null }
const AT = '2026-11-03T10:00:00.000Z'
const LINK = { state: 'gone', since: '2026-11-03' }

const records = () => [
  ...ground().filter(({ record }) => record !== 'source'),
  buildSource({ archived_address: ARCHIVED }),
  buildMeasure(),
  buildLetter(),
  buildEvent({ measures: ['example-bill'] }),
]
const PAGES = [
  '/sources/gazette',
  '/sources',
  '/measures/example-bill',
  '/communications/al-xxx-1-2020',
  '/events/example-event',
  '/jurisdictions/XX',
]
const DATA = ['/api/sources', '/api/source-index', '/api/measures?include=cites,sources']
const SINGLES = ['/api/sources/gazette', '/api/measures/example-bill', '/api/communications/al-xxx-1-2020']
const SILENT = [
  '/',
  '/api/timeline',
  '/api/sources.csv',
  '/embed/timeline',
  '/embed/measure/example-bill',
  '/cite?of=/sources/gazette',
]
const ALL = [...PAGES, ...DATA, ...SINGLES, ...SILENT]

const pinned = (path: string) => `${path}${path.includes('?') ? '&' : '?'}version=1&asOf=${TODAY}`

async function readAll({ url }: RunningApp, paths: readonly string[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const path of paths) {
    const { status, text, headers } = await get(url + path)
    expect([path, status]).toEqual([path, 200])
    answers[path] = `${headers.get('etag')} ${text}`
  }
  return answers
}

describeOnBothStores('A dead link', (store, reopen) => {
  let app: RunningApp
  beforeEach(async () => {
    await empty(store())
    app = await startApp(store(), records())
  })
  afterEach(() => app.close())

  const find = async (finding: Finding, at = AT) => {
    await saveFinding(store().db, ADDRESS, finding, at)
    await app.dataset.ask()
  }
  const text = async (path: string) => (await get(app.url + path)).text

  test('changes not a byte and no tag of what is pinned, also after a restart', async () => {
    const paths = ALL.filter((path) => !path.startsWith('/cite')).map(pinned)
    const before = await readAll(app, paths)
    await find(GONE)
    expect(await readAll(app, paths)).toEqual(before)
    await app.close()
    await reopen()
    app = await serve(store())
    expect(await readAll(app, paths)).toEqual(before)
    expect(Object.values(before).filter((answer) => answer.includes('not found'))).toEqual([])
  })

  test.each(PAGES)('is told on %s, with the archived copy, though the page was in the cache', async (path) => {
    expect(await text(path)).not.toContain(BADGE)
    await find(GONE)
    expect(await text(path)).toContain(BADGE)
    if (path !== '/sources') expect(await text(path)).toContain(`<a href="${ARCHIVED}" rel="noreferrer">`)
    await find(OK, '2026-11-04T10:00:00.000Z')
    expect(await text(path)).not.toContain('not found')
  })

  test('is told by the API, and no other link is', async () => {
    const bodies = async () => {
      const all = await Promise.all([...DATA, ...SINGLES].map(async (path) => (await get(app.url + path)).body))
      return all.map((body) => (body.sources ?? body.items ?? [body])[0].link)
    }
    expect(new Set(await bodies())).toEqual(new Set([undefined]))
    await find({ state: 'refused', code: 403, leadsTo: null })
    expect(new Set(await bodies())).toEqual(new Set([undefined]))
    await find(GONE)
    expect(await bodies()).toEqual([...DATA, ...SINGLES].map(() => LINK))
  })

  test('is told of an older day, and of an older version, as long as not both are fixed', async () => {
    await find(GONE)
    expect(await text(`/sources/gazette?asOf=2026-01-15`)).toContain(BADGE)
    expect(await text(`/sources/gazette?version=1`)).toContain(BADGE)
    expect(await text(`/sources/gazette?version=1&asOf=2026-01-15`)).not.toContain('not found')
  })

  test('gives who has the answer of before a new one, and then 304 again', async () => {
    const tagOf = async () => (await get(`${app.url}/sources/gazette`)).headers.get('etag') ?? ''
    const ask = async (tag: string) =>
      (await get(`${app.url}/sources/gazette`, { headers: { 'if-none-match': tag } })).status
    const before = await tagOf()
    expect(await ask(before)).toBe(304)
    await find(GONE)
    expect(await ask(before)).toBe(200)
    expect(await ask(await tagOf())).toBe(304)
  })

  test('is not told of the same source with another address', async () => {
    await find(GONE)
    const moved = buildSource({ address: 'https://gazette.example/new', archived_address: ARCHIVED })
    await accept(store(), [moved], { author: 'test', message: 'It moved', at: AT })
    expect(await text('/sources/gazette')).not.toContain('not found')
    expect(await text('/sources/gazette?version=1')).toContain(BADGE)
  })
})

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
}, 60_000)
afterAll(() => database.drop())

test('what another process on the same server finds is known without waiting for a version', async () => {
  const [reading, looking] = [
    await openStore({ databaseUrl: database.url }),
    await openStore({ databaseUrl: database.url }),
  ]
  await accept(reading, ground(), { author: 'test', message: 'a record', at: AT })
  const dataset = await openDataset(reading, () => new Date(), { pollMs: 20 })
  const told = new Promise<void>((done) => dataset.onNews(done))
  await saveFinding(looking.db, ADDRESS, GONE, AT)
  await told
  expect([dataset.newest, dataset.links > 0]).toEqual([1, true])
  await dataset.close()
  await reading.close()
  await looking.close()
})
