/** One idea in three States: what its page, its data and the timeline tell of it. */
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { FamilyDetail } from '../../api/contract/views.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildFamily, buildLetter, buildMeasure, cites, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const state = (slug: string, name: string): AnyRecord => ({
  record: 'jurisdiction',
  slug,
  code: slug.toUpperCase(),
  name: { en: name },
  law_making: [],
})

const step = (key: string, stage: string, on: string) => ({
  key,
  stage,
  on,
  label: { en: `${stage} here` },
  cites: cites(),
})

const impact = (key: string, severity: string, grounds: string[]) => ({
  key,
  right: 'association',
  effect: 'restricts',
  severity,
  severity_reason: 'A label.',
  grounds,
  articles: [{ instrument: 'iccpr', article: '22' }],
  reasoning: 'It marks who takes money from abroad.',
  said_by: { voice: 'editors' },
  cites: cites(),
})

const law = (slug: string, jurisdiction: string, override: object) =>
  buildMeasure({
    slug,
    jurisdiction,
    kind: 'law',
    title: { en: slug },
    short_title: { en: slug },
    ...override,
  } as never)

const records = [
  ...ground(),
  state('aa', 'Aland'),
  state('bb', 'Bland'),
  state('cc', 'Cland'),
  { record: 'mandate', slug: 'sr-example', title: { en: 'Special Rapporteur on examples' }, short: 'Examples' },
  law('first-law', 'aa', {
    steps: [
      step('a', 'introduced', '2012-01-01'),
      step('b', 'adopted', '2012-07-01'),
      step('c', 'in_force', '2012-11'),
    ],
    impacts: [impact('i', 'serious', ['label', 'registration'])],
  }),
  law('second-bill', 'bb', {
    kind: 'bill',
    steps: [step('a', 'introduced', '2015-02'), step('b', 'rejected', '2016-05-12')],
    impacts: [impact('i', 'severe', ['dissolution'])],
    relations: [
      { type: 'inspired_by', to: 'first-law', note: 'Critics say so; the sponsors deny it.', cites: cites() },
    ],
  }),
  law('third-law', 'cc', { steps: [step('a', 'drafted', '2022'), step('b', 'adopted', '2023-03-01')] }),
  law('other-law', 'cc', { steps: [step('a', 'introduced', '2020-01-01')] }),
  buildFamily(['third-law', 'first-law', 'second-bill']),
  buildLetter({
    on: '2013-01-01',
    from: [{ mandate: 'sr-example' }],
    about: [{ measure: 'first-law', cites: cites() }],
    reply: { state: 'none', as_of: '2014-01-01', cites: cites() },
  } as never),
  buildLetter({
    slug: 'al-xxx-2-2020',
    reference: 'AL XXX 2/2020',
    about: [{ measure: 'other-law', cites: cites() }],
  } as never),
] as AnyRecord[]

let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, records)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

describe('a family', () => {
  test('answers with its measures by the day of introduction, how long each took, and what was said', async () => {
    const { body } = await get(`${app.url}/api/families/example-family`)
    expect(FamilyDetail.safeParse(body).error?.issues ?? []).toEqual([])
    expect(body.measures.map(({ slug }: { slug: string }) => slug)).toEqual(['first-law', 'second-bill', 'third-law'])
    const [first, second, third] = body.measures
    expect(first.toAdoption).toEqual({ atLeast: 182, atMost: 182 })
    expect(first.toForce).toEqual({ atLeast: 305, atMost: 334 })
    expect(second).toMatchObject({ toAdoption: null, jurisdictionName: 'Bland', status: { is: 'defeated' } })
    expect(third.toAdoption).toEqual({ atLeast: 60, atMost: 424 })
    expect(first.communications.map(({ slug }: { slug: string }) => slug)).toEqual(['al-xxx-1-2020'])
    expect(body.relations).toMatchObject([{ type: 'inspired_by', note: 'Critics say so; the sponsors deny it.' }])
  })

  test('is a table too, one row a measure', async () => {
    const { text, headers } = await get(`${app.url}/api/families/example-family.csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    const rows = parseCsv(text, { columns: true }) as Record<string, string>[]
    expect(rows.map(({ state: name }) => name)).toEqual(['Aland', 'Bland', 'Cland'])
    expect(rows[0]).toMatchObject({
      days_to_force_at_least: '305',
      highest_severity: 'serious',
      grounds: 'label; registration',
    })
  })

  test('has a page that is complete without script', async () => {
    const { text } = await get(`${app.url}/families/example-family`, { headers: { accept: 'text/html' } })
    const plain = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    for (const said of [
      '3 measures in 3 States',
      'at least 305 and at most 334 days',
      'Critics say so; the sponsors deny it.',
      'no reply',
      'No provision on record',
    ])
      expect(plain).toContain(said)
    expect(text).toContain('<svg')
    for (const slug of ['first-law', 'second-bill', 'third-law']) expect(text).toContain(`href="/measures/${slug}"`)
  })

  test('that does not exist is a 404, as data, table and page', async () => {
    for (const path of ['/api/families/none', '/api/families/none.csv', '/families/none'])
      expect((await get(app.url + path)).status, path).toBe(404)
  })

  test('stands in the list of ideas with its States and years', async () => {
    const { text } = await get(`${app.url}/families`, { headers: { accept: 'text/html' } })
    expect(text.replace(/\s+/g, ' ')).toContain('3 measures · 3 States · 2012 to 2022')
  })
})

describe('the timeline', () => {
  const timeline = async (query: string) => (await get(`${app.url}/api/timeline?${query}`)).body

  test('of several States stands together by State, of one by measure', async () => {
    expect((await timeline('')).group).toBe('state')
    expect((await timeline('jurisdiction=AA')).group).toBe('measure')
    expect((await timeline('group=kind&open=law')).open).toEqual(['law'])
    expect((await get(`${app.url}/api/timeline?group=colour`)).status).toBe(400)
  })

  test('chosen by severity or by body shows the letters of that choice alone', async () => {
    const bySeverity = await timeline('severity=severe')
    expect(bySeverity.lanes.map(({ slug }: { slug: string }) => slug)).toEqual(['second-bill'])
    expect(bySeverity.letters).toEqual([])
    const byBody = await timeline('mandate=sr-example')
    expect(byBody.lanes.map(({ slug }: { slug: string }) => slug)).toEqual(['first-law'])
    expect(byBody.letters.map(({ slug }: { slug: string }) => slug)).toEqual(['al-xxx-1-2020'])
  })

  test('of two days says in words what changed', async () => {
    const { text } = await get(`${app.url}/?asOf=2016-12-31&compare=2013-01-01`, { headers: { accept: 'text/html' } })
    const plain = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    expect(plain).toContain('1 of 4 measures changed after 1 January 2013, up to 31 December 2016.')
    expect(plain).toContain('New: defeated.')
  })

  test('a heading of the drawing leads to the address where its group is open', async () => {
    const { text } = await get(`${app.url}/?open=none`, { headers: { accept: 'text/html' } })
    expect(text).toContain('href="/?open=aa"')
  })
})
