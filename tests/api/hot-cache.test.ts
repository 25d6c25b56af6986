/** The hot cache on real sockets, in front of the real application. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { listen } from '../../api/listen.ts'
import { createLog } from '../../api/log.ts'
import { Metrics } from '../../api/metrics.ts'
import { createSite } from '../../api/pages/routes.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const acceptance = { author: 'test', message: 'a bill', at: `${TODAY}T00:00:00Z` }
const bills = (count: number, title = 'A bill of many words about assemblies') =>
  Array.from({ length: count }, (_, i) => buildMeasure({ slug: `bill-${i}`, title: { en: `${title} ${i}` } }))

let now = new Date(`${TODAY}T12:00:00Z`)
let store: Store
let app: RunningApp
let assetsDir: string
let drop: () => Promise<void>
beforeAll(async () => {
  assetsDir = await mkdtemp(join(tmpdir(), 'threatline-assets-'))
  await writeFile(join(assetsDir, 'main-abc.js'), `console.log(${JSON.stringify('word '.repeat(900))})`)
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, [...ground(), ...bills(20)], { now: () => now, graceMs: 1000, assetsDir })
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
  await rm(assetsDir, { recursive: true, force: true })
})

interface Raw {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** A request as it is on the wire: nothing is decoded. */
function ask(path: string, headers: Record<string, string> = {}, { method = 'GET', url = app.url } = {}): Promise<Raw> {
  return new Promise((done, fail) => {
    const outgoing = request(url + path, { method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        done({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      )
    })
    outgoing.on('error', fail)
    outgoing.end()
  })
}

/** What the cache did with the requests of a piece of work. */
async function did(work: () => Promise<unknown>) {
  const before = app.cache.stats()
  await work()
  const after = app.cache.stats()
  const by = (name: 'hits' | 'stale' | 'misses' | 'waits' | 'passed') => after[name] - before[name]
  return { hits: by('hits'), stale: by('stale'), misses: by('misses'), waits: by('waits'), passed: by('passed') }
}

const nothing = { hits: 0, stale: 0, misses: 0, waits: 0, passed: 0 }

test('the second reader is answered out of memory, with the same bytes', async () => {
  const first = await ask('/api/measures?kind=bill')
  let second: Raw | undefined
  expect(await did(async () => (second = await ask('/api/measures?kind=bill')))).toEqual({ ...nothing, hits: 1 })
  expect(second?.body.equals(first.body)).toBe(true)
})

test.each([
  ['/api/measures?limit=15', {}],
  ['/api/measures/bill-1', { 'accept-encoding': 'br' }],
  ['/api/timeline', { 'accept-encoding': 'gzip' }],
  ['/', { accept: 'text/html', 'accept-encoding': 'br' }],
  ['/measures/bill-2', { accept: 'text/html' }],
  ['/assets/main-abc.js', { 'accept-encoding': 'br' }],
])('a miss, a hit and the application alone have the same headers: %s %j', async (path, headers) => {
  const alone = createServer(
    createApp({
      service: app.service,
      store,
      site: createSite(
        {
          scripts: ['/assets/main.js'],
          preloads: [],
          css: ['/assets/main.css'],
          workspace: { scripts: [], css: [] },
          embed: { timeline: [], card: [], css: [] },
        },
        assetsDir,
        false,
      ),
      log: createLog('silent'),
      metrics: new Metrics(),
    }),
  )
  const url = await listen(alone, { host: '127.0.0.1', port: 0 })
  const apart = ({ headers: { date: _, 'keep-alive': __, ...rest } }: Raw) => rest
  const bare = apart(await ask(path, headers, { url }))
  let miss: Raw | undefined
  expect((await did(async () => (miss = await ask(path, headers)))).misses).toBe(1)
  const hit = await ask(path, headers)
  expect(apart(hit)).toEqual(apart(miss as Raw))
  const { 'content-length': _, 'content-encoding': __, ...whole } = apart(hit)
  const { 'content-length': ___, 'content-encoding': ____, ...bareWhole } = bare
  expect(whole).toEqual(bareWhole)
  expect(whole['content-security-policy']).toContain("default-src 'none'")
  const known = { ...headers, 'if-none-match': String(hit.headers.etag) }
  const [from304, bare304] = [await ask(path, known), await ask(path, known, { url })]
  expect([from304.status, bare304.status]).toEqual([304, 304])
  expect(apart(from304)).toEqual(apart(bare304))
  alone.closeAllConnections()
  alone.close()
})

test.each(['/api/openapi.json', '/api/schema/dossier.json', '/api/client.ts', '/robots.txt'])(
  'what is the same in every version is kept, compressed and known by its tag: %s',
  async (path) => {
    const first = await ask(path, { 'accept-encoding': 'br' })
    const work = () => ask(path, { 'accept-encoding': 'br' })
    expect((await did(work)).hits).toBe(1)
    if (first.body.length > 200) expect(first.headers['content-encoding']).toBe('br')
    expect((await ask(path, { 'if-none-match': String(first.headers.etag) })).status).toBe(304)
    expect((await ask(`${path}?x=1`)).status).toBe(400)
  },
)

test('every encoding holds the same answer under the same weak tag', async () => {
  const path = '/api/measures?limit=18'
  const plain = await ask(path, { 'accept-encoding': 'identity' })
  const br = await ask(path, { 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await ask(path, { 'accept-encoding': 'gzip;q=1, br;q=0' })
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true)
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
  expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
  expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(1)
  expect(plain.headers.etag).toMatch(/^W\//)
  for (const { headers, body } of [plain, gzip, br]) {
    expect(headers.vary).toBe('Accept, Accept-Encoding')
    expect(Number(headers['content-length'])).toBe(body.length)
  }
})

test.each(['W/"TAG"', '"TAG"', '"other", W/"TAG"', '*'])('a reader who has the answer gets 304: %s', async (form) => {
  const path = '/api/measures?limit=17'
  const { headers } = await ask(path)
  const opaque = String(headers.etag).slice(3, -1)
  const known = await ask(path, { 'if-none-match': form.replace('TAG', opaque), 'accept-encoding': 'br' })
  expect(known.status).toBe(304)
  expect(known.body).toHaveLength(0)
  expect(known.headers.etag).toBe(headers.etag)
  expect(known.headers['content-encoding']).toBeUndefined()
})

test('a tag that is not known gets the whole answer; whether there is one is not guessed', async () => {
  expect((await ask('/api/measures?limit=16', { 'if-none-match': '"1.2020-01-01.0.x"' })).status).toBe(200)
  expect((await ask('/api/measures/no-such-bill', { 'if-none-match': '*' })).status).toBe(404)
})

test('HEAD has the headers of GET and no body, and makes the answer that GET is given', async () => {
  const head = await ask('/api/measures?limit=14', {}, { method: 'HEAD' })
  let whole: Raw | undefined
  expect(await did(async () => (whole = await ask('/api/measures?limit=14')))).toEqual({ ...nothing, hits: 1 })
  expect(head.body).toHaveLength(0)
  expect(head.headers['content-length']).toBe(String(whole?.body.length))
})

test('the head is as Node writes it, however often it is sent, and on connections that are kept or closed', async () => {
  const path = '/api/measures?limit=19'
  const headsOf = (connection: string) =>
    new Promise<string[]>((done) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
      let heard = ''
      socket.setEncoding('utf8')
      socket.on('data', (text) => {
        heard += text
      })
      socket.on('close', () => done(heard.match(/HTTP\/1.1 [\s\S]*?\r\n\r\n/g) ?? []))
      const ask = (how: string) => `HEAD ${path} HTTP/1.1\r\nHost: x\r\nConnection: ${how}\r\n\r\n`
      socket.write(ask(connection) + ask(connection) + ask('close'))
    })
  await ask(path, {}, { method: 'HEAD' })
  const heads = await headsOf('keep-alive')
  expect(heads).toHaveLength(3)
  const dateless = heads.map((head) => head.replace(/Date: .{29}\r\n/, ''))
  expect(dateless[1]).toBe(dateless[0])
  expect(dateless[0]).toMatch(/\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n\r\n$/)
  expect(dateless[2]).toBe(
    dateless[0]?.replace('Connection: keep-alive\r\nKeep-Alive: timeout=65', 'Connection: close'),
  )
  for (const head of heads) {
    const sent = Date.parse(/Date: (.*)\r\n/.exec(head)?.[1] ?? '')
    expect(Math.abs(Date.now() - sent)).toBeLessThan(3000)
  }
})

test('one question in two spellings is made once', async () => {
  await ask('/api/measures?kind=bill&limit=13')
  expect(await did(() => ask('/api/measures?limit=13&kind=bill'))).toEqual({ ...nothing, hits: 1 })
})

test.each([
  ['authorization', { authorization: 'Bearer x' }],
  ['a cookie', { cookie: 'a=b' }],
  ['a range', { range: 'bytes=0-1' }],
  ['a condition on writing', { 'if-match': '"x"' }],
])('a request with %s goes to the application', async (_, headers) => {
  await ask('/api/measures?limit=12')
  expect(await did(() => ask('/api/measures?limit=12', headers))).toEqual({ ...nothing, passed: 1 })
})

test.each(['/api/measures?colour=red', '/api/measures/no-such-bill', '/nowhere', '/api/versions/99'])(
  'an error is never kept: %s',
  async (path) => {
    const { answers } = app.cache.stats()
    const first = await ask(path)
    expect(first.status).toBeGreaterThanOrEqual(400)
    expect(first.headers['cache-control']).toBe('no-store')
    expect(await did(() => ask(path))).toMatchObject({ hits: 0 })
    expect(app.cache.stats().answers).toBe(answers)
  },
)

test('a form that is not offered is refused, also when the answer is in memory', async () => {
  await ask('/api/measures?limit=11')
  expect((await ask('/api/measures?limit=11', { accept: 'text/turtle' })).status).toBe(406)
  expect((await ask('/api/measures?limit=11', { accept: 'application/json;q=0, */*' })).status).toBe(406)
})

test('no visitor’s header but Accept and If-None-Match reaches an answer that others are given', async () => {
  const { body, headers } = await ask('/api/measures?limit=10', {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
  })
  expect(body.toString() + JSON.stringify(headers)).not.toContain('evil')
})

test('when a version arrives, its predecessor goes out for less than a second, while one work goes on; then only the new', async () => {
  const path = '/api/measures?limit=9'
  const versionOf = async () => JSON.parse((await ask(path)).body.toString()).version as number
  const before = await versionOf()
  await accept(store, [buildMeasure({ slug: 'later' })], acceptance)
  expect(await did(versionOf)).toMatchObject({ hits: 1, stale: 1 })
  await expect.poll(versionOf).toBe(before + 1)

  await accept(store, [buildMeasure({ slug: 'latest' })], acceptance)
  now = new Date(now.getTime() + 1000)
  expect(await versionOf()).toBe(before + 2)
})

test('a record that was taken back is not there any more', async () => {
  await accept(store, [buildMeasure({ slug: 'mistaken' })], acceptance)
  expect((await ask('/api/measures/mistaken')).status).toBe(200)
  await accept(store, [], acceptance, { retract: [{ record: 'measure', slug: 'mistaken' }] })
  await expect.poll(async () => (await ask('/api/measures/mistaken')).status).toBe(404)
})

test('an answer whose version the request fixed outlives later versions', async () => {
  const path = '/api/measures?version=1&asOf=2021-01-01'
  await ask(path)
  await accept(store, [buildMeasure({ slug: 'much-later' })], acceptance)
  now = new Date(now.getTime() + 5000)
  expect(await did(() => ask(path))).toEqual({ ...nothing, hits: 1 })
})

test('nobody is told to keep an answer past midnight, and after it there is another', async () => {
  const path = '/api/measures?limit=8'
  const lifeOf = async () => {
    const { headers, body } = await ask(path)
    return {
      life: Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1]),
      day: JSON.parse(String(body)).asOf,
    }
  }
  expect(await lifeOf()).toEqual({ life: 300, day: TODAY })
  now = new Date(`${TODAY}T23:59:20Z`)
  expect(await lifeOf()).toEqual({ life: 40, day: TODAY })
  now = new Date(`${TODAY}T23:59:50Z`)
  expect(await lifeOf()).toEqual({ life: 10, day: TODAY })
  now = new Date('2026-11-25T00:00:00Z')
  expect(await lifeOf()).toEqual({ life: 300, day: '2026-11-25' })
})

test('memory is bounded, and what was used longest ago goes first', async () => {
  const cacheBytes = 200_000
  const small = await startApp(store, [], { cacheBytes })
  const from = (path: string) => ask(path, {}, { url: small.url })
  await from('/api/measures/bill-0')
  for (let i = 1; i < 20; i++) {
    for (let limit = 1; limit < 6; limit++) await from(`/api/measures?limit=${limit * i}`)
    await from('/api/measures/bill-0')
    expect(small.cache.stats().bytes).toBeLessThanOrEqual(cacheBytes)
  }
  const { hits, misses } = small.cache.stats()
  await from('/api/measures/bill-0')
  expect(small.cache.stats()).toMatchObject({ hits: hits + 1, misses })
  await from('/api/measures?limit=1')
  expect(small.cache.stats()).toMatchObject({ hits: hits + 1, misses: misses + 1 })
  await small.close()
})

test('hits are counted by route', async () => {
  await ask('/api/measures/bill-3')
  await ask('/api/measures/bill-3')
  const { headers } = await ask('/api/measures/bill-3')
  await ask('/api/measures/bill-3', { 'if-none-match': String(headers.etag) })
  const counter = (status: number) => app.metrics.requestCounter('/api/measures/:slug', status, 'cache').n
  expect(counter(200)).toBeGreaterThanOrEqual(3)
  expect(counter(304)).toBeGreaterThanOrEqual(1)
})
