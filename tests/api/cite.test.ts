/** Citations, read back by parsers of others; titles hold what BibTeX, RIS and HTML treat as their own. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildEvent, buildLetter, buildMeasure, buildSource, buildStep, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const TITLE = '“Закон” о 100% & {скобках}_#1 ~ <b>'
const records: AnyRecord[] = [
  ...ground(),
  buildMeasure({
    short_title: { en: TITLE },
    steps: [
      buildStep('introduced', '2019-03', { key: 'start' }),
      buildStep('in_force', '2020-01-01', { key: 'force' }),
    ],
  }),
  buildMeasure({
    slug: 'signed-law',
    kind: 'law',
    short_title: { en: '“Agents” law' },
    steps: [
      buildStep('introduced', '2018-11-01'),
      buildStep('signed', '2020-04-02'),
      buildStep('in_force', '2020-05-01'),
    ],
  }),
  buildLetter({ from: [{ body: 'First example office' }, { body: 'Second example office' }] }),
  buildLetter({ slug: 'doubtful', reference: null, on: '2020-02~' }),
  buildEvent({ on: '[2020-03-04..2020-03-20]' }),
  buildSource({ slug: 'kept', archived_address: 'https://archive.example/1' }),
  buildSource({ slug: 'withheld', address: null, address_withheld: true, title: 'A withheld page' }),
]

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, records)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const SITE = 'https://threatline.example'
const ask = (of: string, format?: string) =>
  get(`${app.url}/api/cite?${new URLSearchParams({ of, ...(format ? { format } : {}) })}`)
/** As a reference manager reads the form. */
const read = async (of: string, format: string, type: string) => {
  const { text } = await ask(of, format)
  const [item, ...others] = new Cite(text, { forceType: type }).data
  if (!item || others.length > 0) throw new Error(`Not one item: ${text}`)
  return item
}

describe('a citation', () => {
  test('of a letter in words: who wrote, what, its reference, its day, then the record with version and link', async () => {
    const { body } = await ask('/communications/al-xxx-1-2020')
    expect(body.text).toBe(
      'First example office; Second example office, allegation letter AL XXX 1/2020, 1 February 2020. ' +
        `Threatline, version 1, as of 24 November 2026. ${SITE}/communications/al-xxx-1-2020?version=1&asOf=${TODAY}`,
    )
  })

  test('of a measure says its status on the day asked for', async () => {
    const { body } = await ask('/measures/example-bill?asOf=2019-06-01')
    expect(body.text).toContain('On 1 June 2019: In procedure')
    expect(body.permalink).toBe(`${SITE}/measures/example-bill?asOf=2019-06-01&version=1`)
    expect((await ask('/measures/example-bill')).body.text).toContain('In force since 1 January 2020.')
  })

  test('of a law is of the day on which it was made, and its title keeps its quotation marks apart', async () => {
    const yearOn = async (day: string) =>
      (await read(`/measures/signed-law?asOf=${day}`, 'bibtex', '@bibtex/text')).issued?.['date-parts']?.[0]?.[0]
    expect(await yearOn('2021-01-01')).toBe(2020)
    expect((await ask('/measures/signed-law')).body.text).toContain('“‘Agents’ law”')
  })

  test('of a table of questions and of rules is one too', async () => {
    expect((await ask('/letters/questions?jurisdiction=XX')).body.text).toContain(
      'Questions without a known answer (Exampleland)',
    )
    expect((await ask('/rule-packs')).body.text).toContain('Rules for submissions')
    expect((await ask('/rule-packs/no-such-rules')).status).toBe(404)
  })

  test('leads to the same bytes as long as there is the record', async () => {
    const { body } = await ask('/?right=association')
    const { pathname, search } = new URL(body.permalink)
    expect((await get(app.url + pathname + search)).status).toBe(200)
    expect(body.text).toContain('Timeline of measures (freedom of association)')
  })

  test.each([
    '/',
    '/letters',
    '/rights',
    '/rights/association',
    '/jurisdictions',
    '/jurisdictions/XX',
    '/families',
    '/sources',
    '/versions',
    '/versions/1',
  ])('of %s leads to a page that is there', async (of) => {
    const { pathname, search } = new URL((await ask(of)).body.permalink)
    expect((await get(app.url + pathname + search, { headers: { accept: 'text/html' } })).status).toBe(200)
  })

  test('of a step is of that step and leads to it; of a part that is not there it is of the whole', async () => {
    const { body } = await ask('/measures/example-bill#step-start')
    expect(body.text).toContain('“‘Закон’ о 100% & {скобках}_#1 ~ <b>: Step introduced”')
    expect(body.text).toContain('March 2019.')
    expect(body.permalink).toMatch(/#step-start$/)
    expect((await ask('/measures/example-bill#step-none')).body.text).not.toContain('Step introduced')
  })

  test('of a source names where it stands itself, unless its address is withheld', async () => {
    expect((await ask('/sources/gazette')).body.text).toContain(
      'Example Gazette, “An example notice”, 1 January 2026. https://gazette.example/1 (read November 2026).',
    )
    expect((await ask('/sources/kept')).body.text).toContain(
      ' https://gazette.example/1 (read November 2026; archived at https://archive.example/1).',
    )
    expect((await ask('/sources/withheld')).body.text).not.toMatch(/https?:\/\/(?!threatline)/)
  })
})

describe('read by others', () => {
  test.each([
    ['bibtex', '@bibtex/text'],
    ['ris', '@ris/file'],
    ['csl', '@else/json'],
  ])('%s gives back title, offices, number, certain date and link', async (format, type) => {
    const letter = await read('/communications/al-xxx-1-2020', format, type)
    expect(letter.title).toBe('Letter AL XXX 1/2020')
    expect(JSON.stringify(letter.author)).toMatch(/First example office.*Second example office/)
    expect(letter.issued['date-parts'][0]).toEqual([2020, 2, 1])
    expect(letter.URL).toBe(`${SITE}/communications/al-xxx-1-2020?version=1&asOf=${TODAY}`)
    expect(JSON.stringify(letter)).toContain('AL XXX 1/2020')
    const measure = await read('/measures/example-bill', format, type)
    expect(measure.title).toBe(TITLE)
    expect(measure.issued['date-parts'][0]).toEqual([2019, 3])
  })

  test.each([
    ['bibtex', '@bibtex/text'],
    ['ris', '@ris/file'],
    ['csl', '@else/json'],
  ])(
    '%s rounds no date: what is about a month has none, what is within a month has the month',
    async (format, type) => {
      const doubtful = await read('/communications/doubtful', format, type)
      expect(doubtful.issued).toBeUndefined()
      expect(doubtful.note).toContain('about February 2020')
      const event = await read('/events/example-event', format, type)
      expect(event.issued['date-parts'][0]).toEqual([2020, 3])
    },
  )
})

test('a part with braces breaks no BibTeX', async () => {
  expect((await read('/measures/example-bill#}{', 'bibtex', '@bibtex/text')).URL).toMatch(/#%7D%7B$/)
})

describe('the page', () => {
  test('shows every form, with files to download, and is not to be found by search engines', async () => {
    const of = '/measures/example-bill?asOf=2020-05-01#step-force'
    const { text, status } = await get(`${app.url}/cite?${new URLSearchParams({ of })}`, {
      headers: { accept: 'text/html' },
    })
    expect(status).toBe(200)
    for (const part of ['@misc{', 'TY  - BILL', '&quot;type&quot;: &quot;bill&quot;']) expect(text).toContain(part)
    expect(text).toContain('noindex')
    expect(text).not.toContain('<b>')
    const [, file = ''] = /href="(\/api\/cite[^"]*format=ris)"/.exec(text) ?? []
    const ris = await get(app.url + file.replaceAll('&amp;', '&'))
    expect(ris.headers.get('content-type')).toContain('application/x-research-info-systems')
  })

  test('is led to from every record and each of its steps, and the record tells reference managers what it is', async () => {
    const { text } = await get(`${app.url}/measures/example-bill`, { headers: { accept: 'text/html' } })
    for (const of of ['/measures/example-bill', '/measures/example-bill#step-force'])
      expect(text).toContain(`href="/cite?${new URLSearchParams({ of })}"`)
    expect(text).toContain(
      '<meta name="citation_title" content="“Закон” о 100% &amp; {скобках}_#1 ~ &lt;b&gt; (Exampleland)">',
    )
    const letter = await get(`${app.url}/communications/al-xxx-1-2020`, { headers: { accept: 'text/html' } })
    expect(letter.text.match(/<meta name="citation_author"/g)).toHaveLength(2)
    expect(letter.text).toContain('<meta name="citation_publication_date" content="2020/02/01">')
  })

  test.each([
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'https://elsewhere.example/',
    'measures/x',
    '/?asOf=yesterday',
  ])('%s is refused with a sentence', async (of) => {
    const { status, body } = await ask(of)
    expect(status).toBe(400)
    expect(body.errors[0].remedy).toMatch(/\.$/)
  })

  test.each([
    ['/?colour=red', 'colour'],
    ['/?sort=title', 'sort'],
    ['/letters?reply=perhaps', 'reply'],
    ['/rights?mandate=x', 'mandate'],
    ['/families/example-family?jurisdiction=XX', 'jurisdiction'],
    ['/measures/example-bill?right=association', 'right'],
  ])('%s, which its page refuses, is refused by the name of the parameter', async (of, field) => {
    const { status, body } = await ask(of)
    expect([status, body.errors[0].field]).toEqual([400, field])
    expect((await get(app.url + of, { headers: { accept: 'text/html' } })).status).toBe(400)
  })

  test('letters that were chosen are said in words', async () => {
    const { body } = await ask('/letters?kind=letter&reply=none&due=past&sort=-on&page=2')
    expect(body.text).toContain('Ledger of letters (letter; no reply, as a source vouches; deadline passed)')
    expect(body.permalink).toContain('sort=-on')
  })

  test.each([
    '/measures/none',
    '/nothing',
    '/measures/a/b',
    '/api/measures',
    '/constructor/x',
    '/measures/%zz',
    '/methodology',
    '/measures/%00',
    '/jurisdictions/%F0',
  ])('%s is not there', async (of) => {
    expect((await ask(of)).status).toBe(404)
  })
})
