import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, [
    ...ground(),
    ...['a-bill', 'b-bill', 'c-bill'].map((slug) => buildMeasure({ slug })),
  ])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

async function expectProblem(path: string, status: number, field?: string, init: RequestInit = {}) {
  const answer = await get(app.url + path, init)
  expect(answer.status, path).toBe(status)
  expect(answer.headers.get('content-type'), path).toBe('application/problem+json; charset=utf-8')
  expect(answer.body, path).toMatchObject({ status })
  expect(answer.body.detail.length, path).toBeGreaterThan(5)
  expect(answer.text, path).not.toMatch(/\bat .+:\d+|node_modules|Error:/)
  if (field)
    expect(
      answer.body.errors.map((error: { field: string }) => error.field),
      path,
    ).toContain(field)
  return answer
}

test.each([
  ['/api/measures?colour=red', 'colour'],
  ['/api/measures?asOf=2021-02-30', 'asOf'],
  ['/api/measures?asOf=yesterday', 'asOf'],
  ['/api/measures?asOf=15.07.2021', 'asOf'],
  ['/api/measures?asOf=0001-01-01', 'asOf'],
  ['/api/measures?limit=0', 'limit'],
  ['/api/measures?limit=1000000000', 'limit'],
  ['/api/measures?limit=-1', 'limit'],
  ['/api/measures?limit=ten', 'limit'],
  ['/api/measures?kind=bill&kind=law', 'kind'],
  ['/api/measures?kind=poem', 'kind'],
  ['/api/measures?status=alive', 'status'],
  ['/api/measures?right=flight', 'right'],
  ['/api/measures?cursor=%00', 'cursor'],
  ['/api/measures?cursor=AAAA', 'cursor'],
  ['/api/measures?cursor=eyJhIjoxfQ', 'cursor'],
  ['/api/measures?version=0', 'version'],
  ['/api/measures?version=99', 'version'],
  ['/api/measures?version=1e3', 'version'],
  ['/api/measures?jurisdiction=', 'jurisdiction'],
  ['/api/measures?jurisdiction=%27%3B%20drop', 'jurisdiction'],
  ['/api/measures/a-bill?limit=3', 'limit'],
  ['/api/communications?kind=memo', 'kind'],
  ['/api/events?from=2021-13-01', 'from'],
  ['/api/timeline?from=2022-01-01&to=2021-01-01', 'from'],
  ['/api/timeline?limit=5', 'limit'],
  ['/api/sources?q=x', 'q'],
  ['/api/measures?family=no-such-family', 'family'],
  ['/api/measures.csv?jurisdiction=zz', 'jurisdiction'],
  ['/api/timeline?jurisdiction=zz', 'jurisdiction'],
  ['/api/communications?mandate=nobody', 'mandate'],
  ['/api/events?measure=no-such-bill', 'measure'],
  ['/api/measures?article=foo', 'article'],
  ['/api/measures?article=foo:1', 'article'],
  ['/api/measures.csv?article=foo', 'article'],
  ['/api/timeline?article=foo:1', 'article'],
  ['/api/timeline.svg?article=foo', 'article'],
  ['/api/rights/association?article=foo', 'article'],
  ['/api/measures?from=2022-01-01&to=2021-01-01', 'from'],
  ['/api/versions?asOf=2021-01-01', 'asOf'],
])('a request that cannot be read is a 400 that names the field: %s', async (path, field) => {
  await expectProblem(path, 400, field)
})

/** A cursor as a stranger writes it, who has seen how ours are made. */
const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test.each([
  ['versions', '', 'abc', null],
  ['versions', '', '99999999999', null],
  ['changes', '', '1', null],
  ['changes', '', 'NaN measure a', null],
  ['measures', 'begun', 'a', 'yesterday'],
  ['measures', '-checked', 'a', '2021-02-30'],
  ['measures', 'title', 'a', '\0'],
  ['measures', 'title', 'a', '\ud800'],
  ['measures', '', 'a\0', null],
  ['communications', 'on', 'a', "'"],
  ['events', '-on', 'a', '99999-01-01'],
])(
  'a cursor that a stranger has written reaches no further than ours: %s %j %j %j',
  async (list, sort, slug, value) => {
    const path = `/api/${list}?cursor=${cursorOf(1, sort, slug, value)}${sort ? `&sort=${sort}` : ''}`
    await expectProblem(path, 400, 'cursor')
  },
)

test.each(['/api/measures?', '/api/timeline?', '/api/rights/association?'])(
  'an article that nothing touches is no fault, of an instrument that is known: %s',
  async (path) => {
    for (const article of ['iccpr', 'iccpr:99'])
      expect((await get(`${app.url}${path}article=${article}`)).status, article).toBe(200)
    const { body } = await expectProblem(`${path}article=foo:1`, 400, 'article')
    expect(body.errors[0].message).toContain('is "foo", and the record has no such instrument')
    expect(body.errors[0].remedy).toContain('iccpr, ')
  },
)

test('all faults of a request are named at once, each with its remedy', async () => {
  const { body } = await expectProblem('/api/measures?limit=0&asOf=never&colour=red', 400)
  expect(body.errors.map((error: { field: string }) => error.field).sort()).toEqual(['asOf', 'colour', 'limit'])
  for (const { remedy } of body.errors as { remedy?: unknown }[]) expect(remedy).toMatch(/\w.+\.$/)
})

test.each([
  '/api/measures/no-such-bill',
  '/api/measures/%00',
  '/api/measures/%F0%9F%98%80',
  '/api/communications/AL%20XXX%209%2F2099',
  '/api/events/none',
  '/api/sources/none',
  '/api/families/none',
  '/api/rights/none',
  '/api/versions/2',
  '/api/versions/one',
  '/api/nothing-here',
  '/api',
])('what is not there is a 404: %s', async (path) => {
  await expectProblem(path, 404)
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is answered with 405 and what is allowed', async (method) => {
  const answer = await expectProblem('/api/measures', 405, undefined, {
    method,
    body: '{}',
    headers: { 'content-type': 'text/plain' },
  })
  expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
})

test('a form that is not offered is a 406 that says what is', async () => {
  const { body } = await expectProblem('/api/measures', 406, undefined, { headers: { accept: 'text/turtle' } })
  expect(body.detail).toContain('application/json')
})

test('an address that cannot be decoded is a 400, not a stack', async () => {
  await expectProblem('/api/measures/%E0%A4%A', 400)
})

test('raw bytes in the request line are refused without an answer of ours, and the service goes on', async () => {
  await new Promise<void>((done) => {
    const outgoing = request(`${app.url}/api/measures?x=${'%'.repeat(50)}`, (incoming) => {
      expect(incoming.statusCode).toBe(400)
      incoming.resume().on('end', done)
    })
    outgoing.end()
  })
  expect((await get(`${app.url}/api/measures`)).status).toBe(200)
})

test('pages answer errors as pages, and a program that asks a page for JSON is told that there is none', async () => {
  const page = await get(`${app.url}/measures/no-such-bill`, { headers: { accept: 'text/html' } })
  expect(page.status).toBe(404)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.text).toContain('no-such-bill')
  await expectProblem('/measures/no-such-bill', 406, undefined, { headers: { accept: 'application/json' } })
})
