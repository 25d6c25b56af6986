/** The reading pages and the views that they are made from, on a small invented record. */
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerLine } from '../../api/contract/overview-views.ts'
import type { AnyRecord } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import {
  buildEvent,
  buildFamily,
  buildImpact,
  buildLetter,
  buildMeasure,
  buildSource,
  buildStep,
  cites,
  ground,
} from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

let store: Store
let app: RunningApp
let drop: () => Promise<void>

const deadline = { days: 60, basis: 'stated_in_letter' } as const
const records: AnyRecord[] = [
  ...ground(),
  { record: 'jurisdiction', slug: 'yy', code: 'YY', name: { en: 'Thinland' }, law_making: [] },
  buildSource({ slug: 'unused' }),
  buildMeasure({
    slug: 'agents-law',
    kind: 'law',
    short_title: { en: 'Agents law' },
    steps: [buildStep('introduced', '2019-03-01'), buildStep('in_force', '2020-01-01')],
    impacts: [
      {
        ...buildImpact('association'),
        severity: 'serious',
        articles: [{ instrument: 'iccpr', article: '22 (1)' }],
        reasoning: 'Registration comes before everything.',
      },
      { ...buildImpact('expression'), severity: null, articles: [{ instrument: 'iccpr', article: '19' }] },
    ],
  }),
  buildMeasure({ slug: 'assembly-bill', short_title: { en: 'Assembly bill' }, impacts: [buildImpact('assembly')] }),
  buildMeasure({ slug: 'thin-bill', jurisdiction: 'yy', checked_on: '2026-02-03' }),
  // Sent 2020-02-01, due 2020-04-01 in each that has a deadline.
  buildLetter({
    slug: 'replied',
    reference: null,
    deadline,
    reply: { state: 'received', on: '2020-05-01', cites: cites() },
  }),
  buildLetter({
    slug: 'silent',
    reference: null,
    deadline,
    questions: [{ number: 3, gist: 'What does the bill serve?', locator: 'para. 12' }],
    reply: { state: 'none', as_of: '2020-07-10', cites: cites() },
  }),
  buildLetter({
    slug: 'silent-since-unknown',
    reference: null,
    on: '2020-02-02',
    reply: { state: 'none', as_of: '2020-07-10', cites: cites() },
  }),
  buildLetter({ slug: 'unknown', reference: null, deadline, reply: { state: 'not_known' } }),
  buildLetter({
    slug: 'opinion',
    kind: 'opinion',
    letter_type: null,
    reference: null,
    about: [{ measure: 'agents-law', cites: cites() }],
  }),
  buildEvent({ measures: ['agents-law'], communications: ['silent'], rights: ['association'] }),
  buildFamily(['agents-law', 'thin-bill']),
]

beforeAll(async () => {
  const opened = await openEmbedded()
  ;({ store, drop } = opened)
  app = await startApp(store, records)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const json = async (path: string) => (await get(`${app.url}/api${path}`)).body
const html = (path: string) => get(app.url + path, { headers: { accept: 'text/html' } })
const slugsOf = (items: { slug: string }[]) => items.map(({ slug }) => slug)

describe('Open questions', () => {
  test('are of letters without a known reply, silence and ignorance told apart, the oldest first', async () => {
    const { items } = await json('/questions?jurisdiction=XX')
    expect(items.map(({ slug, replyOnDay }: LedgerLine) => [slug, replyOnDay])).toEqual([
      ['silent', 'none'],
      ['unknown', 'not_known'],
      ['silent-since-unknown', 'none'],
    ])
    expect(items[0].questions).toEqual([{ number: 3, gist: 'What does the bill serve?', locator: 'para. 12' }])
    expect(items[1].questions).toEqual([])
  })

  test('follow the day: before its reply came, a letter was unanswered', async () => {
    const before = await json('/questions?jurisdiction=XX&asOf=2020-04-30')
    expect(slugsOf(before.items)).toContain('replied')
    expect(slugsOf((await json('/questions?jurisdiction=XX&asOf=2018-12-31')).items)).toEqual([])
  })

  test('are a table, with a row for a letter whose questions are not on record', async () => {
    const { text } = await get(`${app.url}/api/questions.csv?jurisdiction=XX`)
    const rows = parseCsv(text, { columns: true }) as Record<string, string>[]
    expect(rows.map(({ letter, question, asks }) => [letter, question, asks]).slice(0, 2)).toEqual([
      ['silent', '3', 'What does the bill serve?'],
      ['unknown', '', ''],
    ])
  })

  test('are a page that says when there is none, and refuses a State that nobody has heard of', async () => {
    expect((await html('/letters/questions?jurisdiction=XX')).text).toContain('What does the bill serve?')
    expect((await html('/letters/questions?jurisdiction=YY')).text).toContain('No letter to Thinland')
    expect((await html('/letters/questions')).text).toMatch(/<option value="YY"\s*>Thinland</)
    const { status, body } = await get(`${app.url}/api/questions?jurisdiction=QQ`)
    expect([status, body.errors[0].field, body.errors[0].remedy]).toEqual([400, 'jurisdiction', 'Write one of XX, YY.'])
    expect((await get(`${app.url}/api/questions`)).status).toBe(400)
  })
})

describe('The ledger', () => {
  test('counts replied, vouched silence and not known apart, each by its deadline', async () => {
    expect((await json('/ledger')).counts).toEqual({
      received: { past: 1, ahead: 0, unknown: 0 },
      none: { past: 1, ahead: 0, unknown: 1 },
      not_known: { past: 1, ahead: 0, unknown: 0 },
      others: 1,
    })
  })

  test('counts silence from the deadline to the day that a source vouches for, and no further', async () => {
    const { items } = await json('/ledger?reply=none&sort=-silence')
    expect(items).toMatchObject([
      { slug: 'silent', silence: { until: '2020-07-10', days: 100 } },
      { slug: 'silent-since-unknown', silence: { until: '2020-07-10', days: null } },
    ])
    const [earlier] = (await json('/ledger?reply=none&due=past&asOf=2020-04-11')).items.filter(
      ({ slug }: { slug: string }) => slug === 'silent',
    )
    expect(earlier.silence).toEqual({ until: '2020-04-11', days: 10 })
  })

  test('on a day before the reply, the letter was without one; before it was sent, there was no letter', async () => {
    const { items } = await json('/ledger?asOf=2020-04-15')
    expect(items.find(({ slug }: { slug: string }) => slug === 'replied')).toMatchObject({
      replyOnDay: 'none',
      silence: { until: '2020-04-15', days: 14 },
      replyDelay: null,
    })
    expect((await json('/ledger?reply=received')).items[0]).toMatchObject({ slug: 'replied', replyDelay: 30 })
    expect((await json('/ledger?asOf=2020-01-31')).items).toEqual([])
  })

  test('is chosen by State, kind, reply, deadline and right, and the counts stay those of the choice without reply', async () => {
    expect(slugsOf((await json('/ledger?kind=opinion')).items)).toEqual(['opinion'])
    expect(slugsOf((await json('/ledger?right=association')).items)).toEqual(['opinion'])
    expect((await json('/ledger?jurisdiction=YY')).items).toEqual([])
    const { counts, total } = await json('/ledger?reply=none&due=unknown')
    expect(total).toBe(1)
    expect(counts.none).toEqual({ past: 1, ahead: 0, unknown: 1 })
  })

  test('its page says the same, and that a deadline is not known', async () => {
    const { text, status } = await html('/letters?reply=none&sort=-silence')
    expect(status).toBe(200)
    expect(text).toContain('100 days past the deadline')
    expect(text).toContain('vouched for to 10 July 2020')
    expect(text).toContain('silence since a deadline that is not known')
    expect(text).toMatch(/aria-sort="descending"/)
    expect(text).toContain('/api/communications.atom')
    // The same choice, on the same day.
    const dated = await html('/letters?reply=none&asOf=2020-08-01')
    expect(dated.text).toContain('href="/api/communications.csv?reply=none&amp;asOf=2020-08-01"')
  })
})

describe('Rights', () => {
  test('the matrix has the highest severity of each right with reasoning, voice and articles', async () => {
    const { rows, rights } = await json('/matrix?jurisdiction=XX&status=in_force')
    expect(rows).toHaveLength(1)
    expect(rows[0].cells).toMatchObject([
      { right: 'expression', severity: null },
      {
        right: 'association',
        severity: 'serious',
        impacts: [{ articles: ['ICCPR 22 (1)'], saidBy: { voice: 'editors' } }],
      },
    ])
    expect(rights.filter(({ measures }: { measures: number }) => measures > 0)).toHaveLength(2)
  })

  test('a cell of the page leads to the reasoning in the measure, which is there', async () => {
    const { text } = await html('/rights')
    expect(text).toMatch(/<a class="severity serious" href="\/measures\/agents-law#impact-on-association"/)
    expect((await html('/measures/agents-law')).text).toContain('id="impact-on-association"')
  })

  test('a part of an article is found under its article, and a right says how many were pending and in force', async () => {
    const right = await json('/rights/association?article=iccpr:22')
    expect(slugsOf(right.measures)).toEqual(['agents-law'])
    expect(right.articles[0]).toEqual({ instrument: 'iccpr', article: '22', short: 'ICCPR', measures: 1 })
    expect(right.pressure.at(-1)).toMatchObject({ on: '2020-01-01', pending: 0, inForce: 1 })
    expect(slugsOf(right.sources)).toEqual(['gazette'])
    expect((await json('/rights/association?article=iccpr:21')).measures).toEqual([])
  })
})

describe('States', () => {
  test('a State is found by its code in either case, and has one address', async () => {
    const moved = await get(`${app.url}/jurisdictions/xx?asOf=2020-02-01`, { redirect: 'manual' })
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe('/jurisdictions/XX?asOf=2020-02-01')
    expect((await html('/jurisdictions/XX')).text).toContain(
      '<link rel="canonical" href="https://threatline.example/jurisdictions/XX">',
    )
    expect((await json('/jurisdictions/XX')).slug).toBe('xx')
  })

  test('a State of which little is on record is shown as thin, with the day somebody looked', async () => {
    const { counts, checked } = await json('/jurisdictions/YY')
    expect(counts).toEqual({
      measures: 1,
      byStatus: { in_procedure: 1 },
      letters: { received: 0, none: 0, not_known: 0 },
      otherCommunications: 0,
      events: 0,
      later: { measures: 0, letters: 0, events: 0 },
    })
    expect(checked).toEqual({ first: '2026-02-03', last: '2026-02-03' })
    const { text } = await html('/jurisdictions/YY')
    expect(text).toContain('This page is thin.')
    expect(text).toContain('no letters on record')
    expect(text).toContain('Checked 3 February 2026.')
  })

  test('the page of States counts the same', async () => {
    const { states } = await json('/states')
    expect(states).toMatchObject([
      {
        code: 'XX',
        counts: { measures: 2, letters: { received: 1, none: 2, not_known: 1 }, otherCommunications: 1, events: 1 },
      },
      { code: 'YY', counts: { measures: 1 } },
    ])
  })
})

describe('Events, sources and versions', () => {
  test('an event leads to its measures, letters and rights', async () => {
    const { text } = await html('/events/example-event')
    for (const href of ['/measures/agents-law', '/communications/silent', '/rights/association', '/jurisdictions/XX'])
      expect(text).toContain(`href="${href}"`)
  })

  test('a source shows every fact that rests on it with certainty and place, and one that carries nothing says so', async () => {
    const { rests, records: count } = await json('/sources/gazette')
    expect(count).toBe(9)
    expect(rests).toContainEqual(
      expect.objectContaining({
        record: 'measure',
        slug: 'agents-law',
        part: 'impacts',
        key: 'on-association',
        certainty: 'reported',
      }),
    )
    expect((await html('/sources/gazette')).text).toContain('href="/measures/agents-law#impact-on-association"')
    expect((await html('/sources/unused')).text).toContain('Nothing in this version of the record rests on it.')
  })

  test('a version says what it changed, field by field, and what it took back stands in the one before', async () => {
    const at = `${TODAY}T01:00:00.000Z`
    const changed = buildMeasure({ slug: 'thin-bill', jurisdiction: 'yy', checked_on: '2026-03-04' })
    await accept(store, [changed], { author: 'test', message: 'Looked again', at })
    const { changes } = await json('/versions/2')
    expect(changes).toEqual([
      {
        change: 'changed',
        record: 'measure',
        slug: 'thin-bill',
        title: 'Example bill',
        differences: [{ path: 'checked_on', is: 'changed', before: '2026-02-03', after: '2026-03-04' }],
      },
    ])
    const { text } = await html('/versions/2')
    expect(text).toContain('<del>2026-02-03</del>')
    expect(text).toContain('href="/measures/thin-bill?version=2"')
    expect((await html('/versions')).text).toContain('Version 2: Looked again')
  })
})

describe('For those who find pages', () => {
  test('every page that the site map names is there, under the address that it calls its own', async () => {
    const { text } = await get(`${app.url}/sitemap.xml`)
    const addresses = [...text.matchAll(/<loc>https:\/\/threatline\.example([^<]*)<\/loc>/g)].map(
      ([, path = '']) => path,
    )
    expect(addresses).toContain('/measures/agents-law')
    for (const path of addresses) {
      const { status, text: page } = await html(path)
      expect(status, path).toBe(200)
      expect(page, path).toContain(`<link rel="canonical" href="https://threatline.example${path}">`)
      expect(page, path).toMatch(/<meta name="description" content="[^"]{20,}">/)
    }
    expect((await get(`${app.url}/robots.txt`)).text).toContain('Sitemap: https://threatline.example/sitemap.xml')
  })

  test('structured data leaves out a day that is not known, and cannot end its script', async () => {
    await accept(
      store,
      [
        buildMeasure({
          slug: 'doubtful-law',
          summary: 'Ends </script><b>here</b>.',
          steps: [buildStep('signed', '2021-05'), buildStep('in_force', '2021-06-01')],
        }),
      ],
      { author: 'test', message: 'A doubtful law', at: `${TODAY}T02:00:00.000Z` },
    )
    const { text } = await html('/measures/doubtful-law')
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const told = JSON.parse(data)
    expect(told).toMatchObject({
      '@type': 'Legislation',
      legislationLegalForce: { '@id': 'https://schema.org/InForce' },
    })
    expect(told.description).toBe('Ends </script><b>here</b>.')
    expect(told).not.toHaveProperty('legislationDate')
  })

  test('a name that is not there is answered with names that are like it, and is not to be found', async () => {
    const { status, text } = await html('/measures/agent-laws')
    expect(status).toBe(404)
    expect(text).toContain('href="/measures/agents-law"')
    expect(text).toContain('<meta name="robots" content="noindex">')
    expect((await html('/nothing/at/all')).text).toContain('href="/letters"')
    expect((await html('/measures/%E0%A4%A')).status).toBe(400)
  })

  test('the parts of the site are led to from an earlier day and version too', async () => {
    const { text } = await html('/?asOf=2021-07-15&version=1')
    const [, parts = ''] = /<nav class="site"(.*?)<\/nav>/s.exec(text) ?? []
    const links = [...parts.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    expect(links).toContain('/methodology?asOf=2021-07-15&version=1')
    for (const href of links) expect((await html(href)).status, href).toBe(200)
  })

  test('the methodology is the text of the repository, with an address for every rule', async () => {
    const { text } = await html('/methodology')
    for (let rule = 1; rule <= 16; rule++) expect(text).toContain(`<tr id="s${rule}">`)
    expect(text).toContain('href="/glossary#right"')
    expect(text).not.toContain('.md')
    expect((await html('/glossary')).text).toContain('<a id="right"></a>')
  })
})
