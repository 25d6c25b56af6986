import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costly, createTurns } from '../../api/costly.ts'
import { openApiDocument } from '../../api/openapi.ts'
import { ApiError } from '../../api/problem.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { type OpenedStore, openEmbedded } from '../support/stores.ts'

/** Work that ends when it is told to. */
function work(name: string, begun: string[]) {
  let end = (_result: string) => {}
  let fail = (_error: Error) => {}
  const ended = new Promise<string>((done, refuse) => {
    end = done
    fail = refuse
  })
  const run = () => {
    begun.push(name)
    return ended
  }
  return { run, end: () => end(name), fail: () => fail(new Error(name)) }
}

/** Lets everything go on that can. */
const settle = () => new Promise((done) => setImmediate(done))

test('costly works take turns in the order they came, a few at a time', async () => {
  const service = { turns: createTurns({ atOnce: 2, waiting: 3 }) }
  const begun: string[] = []
  const works = ['a', 'b', 'c', 'd', 'e'].map((name) => work(name, begun))
  const results = works.map(({ run }) => costly(service, run))
  await settle()
  expect(begun).toEqual(['a', 'b'])
  expect([service.turns.running, service.turns.waiting]).toEqual([2, 3])
  works[1]?.end()
  expect(await results[1]).toBe('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const { end } of works) end()
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect([service.turns.running, service.turns.waiting]).toEqual([0, 0])
})

test('beyond the queue a 503 comes at once and says when to ask again', async () => {
  const service = { turns: createTurns({ atOnce: 1, waiting: 1, retryAfter: 7 }) }
  const begun: string[] = []
  const [a, b, c] = ['a', 'b', 'c'].map((name) => work(name, begun)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ]
  const first = costly(service, a.run)
  const second = costly(service, b.run)
  const refused = await costly(service, c.run).catch((error) => error)
  expect(refused).toBeInstanceOf(ApiError)
  expect(refused).toMatchObject({ status: 503, code: 'busy', headers: { 'Retry-After': '7' } })
  expect(service.turns.refused).toBe(1)
  a.end()
  b.end()
  expect(await Promise.all([first, second])).toEqual(['a', 'b'])
  expect(begun).not.toContain('c')
})

test('work that fails gives its turn on, and its error to its caller', async () => {
  const service = { turns: createTurns({ atOnce: 1, waiting: 5 }) }
  const [a, b] = ['a', 'b'].map((name) => work(name, [])) as [ReturnType<typeof work>, ReturnType<typeof work>]
  const first = costly(service, a.run)
  const thrown = costly(service, () => {
    throw new Error('at once')
  })
  const second = costly(service, b.run)
  a.fail()
  b.end()
  await expect(first).rejects.toThrow('a')
  await expect(thrown).rejects.toThrow('at once')
  expect(await second).toBe('b')
  expect(service.turns.running).toBe(0)
})

describe('While all turns are taken and the queue is full', () => {
  const ODD_DAY = '2019-05-01'
  const MADE_BEFORE = ['/api/measures.csv?kind=bill', `/api/measures?kind=bill&asOf=${ODD_DAY}`]
  const tags: (string | null)[] = []
  let opened: OpenedStore
  let app: RunningApp
  let end = () => {}
  beforeAll(async () => {
    opened = await openEmbedded()
    app = await startApp(opened.store, [...ground(), buildMeasure({ slug: 'example-bill' })])
    for (const path of MADE_BEFORE) tags.push((await get(app.url + path)).headers.get('etag'))
    const held = new Promise<void>((done) => {
      end = done
    })
    while (app.service.turns.waiting < 16) app.service.turns.take(() => held).catch(() => {})
  }, 120_000)
  afterAll(async () => {
    end()
    await app?.close()
    await opened?.drop()
  })

  const VALUES: Record<string, string> = { number: '1', code: 'XX' }
  const documented = Object.entries(openApiDocument('https://threatline.example').paths).map(([path, { get }]) => ({
    path: path
      .replace('/cite', '/cite?of=/')
      .replace(/\/questions.*/, '$&?jurisdiction=XX')
      .replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? 'example-bill'),
    isFile: /\.(csv|ics|atom|json|jsonld|yaml|zip|svg|png)$/.test(path),
    hasDay: get.parameters?.some(({ name }) => name === 'asOf') === true,
  }))
  const files = documented.filter(({ isFile }) => isFile).map(({ path }) => path)
  const views = documented.filter(({ isFile }) => !isFile)
  const pages = ['/', '/letters', '/rights', '/jurisdictions', '/families', '/sources', '/measures/example-bill']

  const ask = (path: string, headers: Record<string, string> = {}) =>
    get(app.url + path, { headers: { accept: path.startsWith('/api') ? '*/*' : 'text/html', ...headers } })

  async function statuses(paths: readonly string[]): Promise<[string, number][]> {
    const found: [string, number][] = []
    for (const path of paths) {
      const { status, headers } = await ask(path)
      if (status === 503)
        expect([path, headers.get('retry-after'), headers.get('cache-control')]).toEqual([path, '5', 'no-store'])
      found.push([path, status])
    }
    return found
  }

  test('every whole list in a file is refused', async () => {
    const asked = [...files, '/sitemap.xml']
    expect(asked.length).toBeGreaterThan(30)
    expect(await statuses(asked)).toEqual(asked.map((path) => [path, 503]))
  })

  test('every view of another day than today is refused', async () => {
    const asked = [...views.filter(({ hasDay }) => hasDay).map(({ path }) => path), ...pages].map(
      (path) => `${path}${path.includes('?') ? '&' : '?'}asOf=${ODD_DAY}`,
    )
    expect(asked.length).toBeGreaterThan(25)
    expect(await statuses(asked)).toEqual(asked.map((path) => [path, 503]))
  })

  test('nothing else is: neither today, by its date too, nor what knows no day', async () => {
    const asked = [
      ...views.map(({ path }) => path),
      `/api/measures?asOf=${TODAY}`,
      ...pages,
      ...['/versions', '/methodology', '/about', '/robots.txt', '/correct', '/api/openapi.json', '/api/docs'],
    ]
    expect((await statuses(asked)).filter(([, status]) => status !== 200 && status !== 404)).toEqual([])
  })

  test('what was made before still goes out, and who has it already is told so', async () => {
    expect(await statuses(MADE_BEFORE)).toEqual(MADE_BEFORE.map((path) => [path, 200]))
    for (const [i, path] of MADE_BEFORE.entries())
      expect((await ask(path, { 'if-none-match': String(tags[i]) })).status).toBe(304)
  })
})
