import { afterAll, beforeAll, expect, test } from 'vitest'
import { LISTS } from '../../api/lists.ts'
import { openApiDocument } from '../../api/openapi.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildEvent, buildImpact, buildLetter, buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const slugs = Array.from({ length: 12 }, (_, i) => `bill-${String(i).padStart(2, '0')}`)
let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  ;({ store, drop } = opened)
  const letter = buildLetter({ about: [{ measure: 'bill-00', cites: [{ source: 'gazette', certainty: 'stated' }] }] })
  const bills = slugs.map((slug) => buildMeasure({ slug, impacts: [buildImpact('expression')] }))
  app = await startApp(store, [...ground(), ...bills, letter, buildEvent({ measures: ['bill-00'] })])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

test('a list says its version, its day and its licence', async () => {
  const { body } = await get(`${app.url}/api/measures`)
  expect(body).toMatchObject({ version: 1, asOf: TODAY, licence: 'CC-BY-4.0', next: null })
  expect(body.items).toHaveLength(12)
})

test('so does every list, in every form', async () => {
  const licence = 'https://creativecommons.org/licenses/by/4.0/'
  const paths = Object.keys(openApiDocument('https://threatline.example').paths)
  const lists = new Set(LISTS.map(({ name }) => name))
  const twins = paths.filter((path) => lists.has(/^\/api\/([a-z-]+)\.(csv|ics|atom|feed\.json)$/.exec(path)?.[1] ?? ''))
  expect(twins.length).toBeGreaterThan(30)
  for (const path of twins) {
    const { headers, text } = await get(app.url + path)
    expect(headers.get('link'), path).toBe(`<${licence}>; rel="license"`)
    // Lines of a calendar are folded; of a table each row says its version.
    if (path.endsWith('.csv')) expect(text, path).toMatch(/^[^\r]*\bversion\b/)
    else
      expect(text.replaceAll(/\r\n /g, ''), path).toMatch(
        /Version \d+ of the record, as of \d{4}-\d{2}-\d{2}\. Licence: CC-BY-4\.0/,
      )
  }
  for (const name of new Set(twins.map((path) => path.replace(/\..*/, '')))) {
    const { body } = await get(app.url + name)
    expect([body.licence, body.asOf], name).toEqual(['CC-BY-4.0', TODAY])
  }
})

test('pages of a list, put together, are the list, and stay one list when a version is accepted in between', async () => {
  const seen: string[] = []
  let path = '/api/measures?limit=5'
  for (let page = 0; page < 4; page++) {
    const { body } = await get(app.url + path)
    seen.push(...body.items.map((item: { slug: string }) => item.slug))
    if (page === 0)
      await accept(store, [buildMeasure({ slug: 'bill-055' })], {
        author: 'test',
        message: 'between',
        at: `${TODAY}T00:00:00Z`,
      })
    if (!body.next) break
    path = `/api/measures?limit=5&cursor=${body.next}`
  }
  expect(seen).toEqual(slugs)
  expect((await get(`${app.url}/api/measures`)).body.items).toHaveLength(13)
})

test('the same question has the same tag however it is spelt, and is answered with 304', async () => {
  const first = await get(`${app.url}/api/measures?kind=bill&jurisdiction=xx`)
  const second = await get(`${app.url}/api/measures?jurisdiction=xx&kind=bill`)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\/"\d+\.2026-11-24\.0\.0\.[\w-]+"$/)
  expect(second.headers.get('etag')).toBe(tag)
  const known = await get(`${app.url}/api/measures?kind=bill&jurisdiction=xx`, { headers: { 'if-none-match': tag } })
  expect(known.status).toBe(304)
  expect(known.text).toBe('')
})

test('another version, another day and another question have other tags', async () => {
  const tagOf = async (path: string) => (await get(app.url + path)).headers.get('etag')
  const paths = [
    '/api/measures',
    '/api/measures?asOf=2021-01-01',
    '/api/measures?version=1',
    '/api/measures?kind=bill',
    '/api/timeline',
  ]
  const tags = await Promise.all(paths.map(tagOf))
  expect(new Set(tags).size).toBe(paths.length)
})

test('a live answer lives for minutes and not past midnight; one with version and day fixed lives longer', async () => {
  const lifeOf = async (path: string) =>
    Number(/max-age=(\d+)/.exec((await get(app.url + path)).headers.get('cache-control') ?? '')?.[1])
  expect(await lifeOf('/api/measures')).toBeLessThanOrEqual(300)
  expect(await lifeOf('/api/measures?version=1&asOf=2021-01-01')).toBeGreaterThan(3600)
})

test('reading is open to every origin, without credentials', async () => {
  const answer = await get(`${app.url}/api/measures`, { headers: { origin: 'https://newsroom.example' } })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  for (const [path, method] of [
    ['/api/measures?colour=red', 'GET'],
    ['/api/measures', 'DELETE'],
    [`/api/measures?slug=${'a'.repeat(5000)}`, 'GET'],
    ['/api/%00', 'GET'],
  ] as const) {
    const refused = await get(app.url + path, { method })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.headers.get('access-control-allow-origin'), `${method} ${path}`).toBe('*')
  }
  const preflight = await get(`${app.url}/api/measures`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
})

test('pages allow no script but the site’s own, no frame and no outside request, and set no cookie', async () => {
  const { headers } = await get(`${app.url}/`, { headers: { accept: 'text/html' } })
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('a letter is found by its slug and by its reference in any spelling', async () => {
  for (const name of ['al-xxx-1-2020', 'AL-XXX-1-2020', 'AL%20XXX%201%2F2020'])
    expect((await get(`${app.url}/api/communications/${name}`)).body).toMatchObject({
      slug: 'al-xxx-1-2020',
      reference: 'AL XXX 1/2020',
    })
})

test('communications and events are filtered by what they are about', async () => {
  const count = async (path: string) => (await get(app.url + path)).body.items.length
  expect(await count('/api/communications?measure=bill-00')).toBe(1)
  expect(await count('/api/communications?measure=bill-01')).toBe(0)
  expect(await count('/api/communications?right=expression')).toBe(1)
  expect(await count('/api/communications?right=assembly')).toBe(0)
  expect(await count('/api/communications?from=2020-02-02')).toBe(0)
  expect(await count('/api/communications?to=2020-02-01')).toBe(1)
  expect(await count('/api/events?measure=bill-00')).toBe(1)
  expect(await count('/api/events?kind=attack')).toBe(0)
})

test('every source that a measure cites comes with it', async () => {
  const { body } = await get(`${app.url}/api/measures/bill-00`)
  expect(body.sources).toMatchObject([{ slug: 'gazette', publisher: 'Example Gazette' }])
  expect(body.communications).toMatchObject([{ slug: 'al-xxx-1-2020' }])
  expect(body.events).toMatchObject([{ slug: 'example-event' }])
})

test('a status is answered for the day that was asked for', async () => {
  const { body } = await get(`${app.url}/api/measures/bill-00?asOf=2020-01-14`)
  expect(body.status).toMatchObject({ is: null, since: null, basis: null, rule: null })
  expect((await get(`${app.url}/api/measures/bill-00?asOf=2020-01-15`)).body.status).toMatchObject({
    is: 'in_procedure',
    since: '2020-01-15',
    rule: 'S2',
    basis: { measure: 'bill-00', step: 'introduced-2020-01-15' },
  })
})

test('the format of dossiers is served as JSON Schema', async () => {
  const { status, body } = await get(`${app.url}/api/schema/dossier.json`)
  expect(status).toBe(200)
  expect(body.$schema).toContain('2020-12')
  expect(body.required).toContain('records')
})

test('the versions are the log of corrections, newest first', async () => {
  const { body } = await get(`${app.url}/api/versions`)
  expect(body.items.map((item: { number: number }) => item.number)).toEqual([2, 1])
  expect((await get(`${app.url}/api/versions/1`)).body).toMatchObject({
    number: 1,
    counts: { added: 16, changed: 0, retracted: 0 },
  })
})
