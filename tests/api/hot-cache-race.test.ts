/** Reads and acceptances in any order: nobody is given an answer that was overtaken too long ago, or one made of two versions. */
import type { RequestListener } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Captured, capture } from '../../api/captured.ts'
import { createDataset } from '../../api/dataset.ts'
import { createHotCache } from '../../api/hot-cache.ts'
import { Metrics } from '../../api/metrics.ts'
import { accept } from '../../db/versions.ts'
import { get, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const GRACE_MS = 1000
const NOON = Date.parse('2026-11-24T12:00:00Z')

/** A reader's side of a request: what it asked, and what it got. */
function askOf(handle: RequestListener, url: string, headers: string[] = []): Promise<Captured> {
  return capture(
    (req, res) => {
      req.rawHeaders = headers
      handle(req, res)
    },
    url,
    { accept: undefined, ifNoneMatch: undefined },
  )
}

const headerOf = ({ headers }: Captured, name: string) => {
  const at = headers.findIndex((text) => text.toLowerCase() === name)
  return at < 0 ? '' : (headers[at + 1] ?? '')
}

type Step =
  | { is: 'accept' }
  | { is: 'look' }
  | { is: 'read'; page: number }
  | { is: 'pass'; ms: number }
  | { is: 'work' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ is: 'look' } as const) },
  { weight: 2, arbitrary: fc.constant({ is: 'accept' } as const) },
  { weight: 6, arbitrary: fc.record({ is: fc.constant('read' as const), page: fc.integer({ min: 0, max: 1 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('pass' as const), ms: fc.constantFrom(1, 300, 999, 1000, 1500) }),
  },
  { weight: 5, arbitrary: fc.constant({ is: 'work' } as const) },
)

/** Everything that can go on without the clock or the works. */
const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

test('no answer is older than a second after its successor was known, none mixes two versions, and none is behind news of links', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 60 }), async (steps) => {
      let now = NOON
      const dataset = createDataset(() => new Date(now), 1)
      const born = new Map([[1, now]])
      const working: (() => void)[] = []
      /** Makes an answer in three looks at the store, each of which waits for its turn. */
      const app: RequestListener = async (req, res) => {
        const { newest: version, epoch, links } = dataset
        const today = dataset.today()
        const parts: number[] = []
        for (let i = 0; i < 3; i++) {
          await new Promise<void>((done) => working.push(done))
          parts.push(version)
        }
        const moment = { version, asOf: today, today, epoch, links, pinned: { version: false, asOf: false } }
        Object.assign(res, { locals: { route: '/page', answered: { moment } } })
        res.setHeader('ETag', `W/"${version}${req.url}"`)
        res.setHeader('Cache-Control', 'public, max-age=300')
        res.setHeader('Content-Type', 'application/json')
        res.end(JSON.stringify({ parts, links }))
      }
      const cache = createHotCache({ app, dataset, metrics: new Metrics(), graceMs: GRACE_MS })
      const reads: Promise<void>[] = []
      let works = 0
      const nextWork = () => {
        works++
        working.shift()?.()
      }
      const read = async (page: number) => {
        const asked = now
        const told = dataset.links
        const answer = await askOf(cache.handle, `/page/${page}`)
        const { parts, links } = JSON.parse(answer.body.toString()) as { parts: number[]; links: number }
        const version = parts[0] ?? 0
        expect(new Set(parts).size).toBe(1)
        // News of dead links has no second in which what was there before still goes out.
        expect(links).toBeGreaterThanOrEqual(told)
        expect(headerOf(answer, 'etag')).toBe(`W/"${version}/page/${page}"`)
        const overtaken = born.get(version + 1)
        // A reader who was waiting when it was overtaken is given what the application began for it.
        if (overtaken !== undefined) expect(asked - overtaken).toBeLessThan(GRACE_MS)
      }
      for (const step of steps) {
        if (step.is === 'accept') {
          born.set(dataset.newest + 1, now)
          dataset.learn(dataset.newest + 1)
        } else if (step.is === 'look') dataset.learnLinks(dataset.links + 1)
        else if (step.is === 'read') reads.push(read(step.page))
        else if (step.is === 'pass') now += step.ms
        else nextWork()
        await settle()
      }
      while (working.length) {
        nextWork()
        await settle()
      }
      await Promise.all(reads)
      // Single flight: three looks for each version and page, and for what was overtaken while it was made.
      expect(works).toBeLessThanOrEqual(3 * (reads.length + steps.length))
      cache.close()
    }),
    { numRuns: 400 },
  )
})

test('an answer is made once for all who ask while it is being made', async () => {
  const dataset = createDataset(() => new Date(NOON), 1)
  const held: (() => void)[] = []
  const app: RequestListener = async (_req, res) => {
    await new Promise<void>((done) => held.push(done))
    const moment = {
      version: 1,
      asOf: '2026-11-24',
      today: '2026-11-24',
      epoch: 0,
      links: 0,
      pinned: { version: false, asOf: false },
    }
    Object.assign(res, { locals: { route: '/page', answered: { moment } } })
    res.writeHead(200, { ETag: 'W/"1"', 'Cache-Control': 'public, max-age=300', 'Content-Type': 'application/json' })
    res.end('{}')
  }
  const cache = createHotCache({ app, dataset, metrics: new Metrics() })
  const reads = Array.from({ length: 40 }, (_, i) => askOf(cache.handle, i % 2 ? '/page?a=1&b=2' : '/page?b=2&a=1'))
  await settle()
  expect(held).toHaveLength(1)
  held[0]?.()
  for (const { status, body } of await Promise.all(reads)) expect([status, body.toString()]).toEqual([200, '{}'])
  expect(cache.stats()).toMatchObject({ misses: 1, waits: 39, hits: 0, passed: 0 })
  cache.close()
})

test('under load from many readers, every answer is of one version, and of one that its reader may be given', async () => {
  const { store, drop } = await openEmbedded()
  const titled = (version: number) =>
    ['a', 'b', 'c', 'd'].map((slug) =>
      buildMeasure({ slug, title: { en: `Title ${version}` }, short_title: { en: `Title ${version}` } }),
    )
  const app = await startApp(store, [...ground(), ...titled(1)], { now: () => new Date(), graceMs: GRACE_MS })
  const known = new Map<number, number>()
  app.dataset.onNews(() => known.set(app.dataset.newest, Date.now()))
  let isDone = false
  const reader = async (path: string) => {
    let read = 0
    while (!isDone) {
      const asked = Date.now()
      const { body } = await get(app.url + path)
      const titles = new Set(body.items.map((item: { title: { en: string } }) => item.title.en))
      expect(titles).toEqual(new Set([`Title ${body.version}`]))
      const overtaken = known.get(body.version + 1)
      if (overtaken !== undefined) expect(asked - overtaken).toBeLessThan(GRACE_MS)
      read++
    }
    return read
  }
  const readers = ['/api/measures', '/api/measures?limit=3', '/api/measures', '/api/measures?kind=bill'].map(reader)
  for (let version = 2; version <= 25; version++)
    await accept(store, titled(version), { author: 'test', message: 'again', at: `${TODAY}T00:00:00Z` })
  isDone = true
  for (const count of await Promise.all(readers)) expect(count).toBeGreaterThan(5)
  await app.close()
  await drop()
}, 60_000)
