/** Whole lists in the forms that hold every part of a record, read by others: jsonld, the reader of dossiers, zip.js. */
import { createHash } from 'node:crypto'
import { parse as parseCsv } from 'csv-parse/sync'
import jsonld, { type Quad } from 'jsonld'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { crossFaults, readDossier } from '../../api/contract/read-dossier.ts'
import type { AnyRecord, Measure } from '../../api/contract/record.ts'
import { MOST_MEASURES } from '../../api/size.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { get, type Json, type RunningApp, serve, startApp, TODAY } from '../support/app.ts'
import {
  buildEvent,
  buildFamily,
  buildLetter,
  buildMeasure,
  buildSource,
  buildStep,
  cites,
  ground,
} from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'
import { unzip } from '../support/zip.ts'

const law = (slug: string, steps: Measure['steps'], more: Partial<Measure> = {}): AnyRecord =>
  buildMeasure({ slug, kind: 'law', title: { en: slug }, short_title: { en: slug }, steps, ...more })

const RECORDS: AnyRecord[] = [
  ...ground(),
  { record: 'jurisdiction', slug: 'yy', code: 'YY', name: { en: 'Otherland' }, law_making: [] },
  buildSource({ slug: 'rumour', address: null, address_withheld: true, title: 'A withheld page' }),
  law(
    'signed-law',
    [
      buildStep('introduced', '2019-01-15'),
      buildStep('adopted', '2019-03-01'),
      buildStep('signed', '2019-03-11'),
      buildStep('published', '2019-03-15'),
      buildStep('in_force', '2019-04-01'),
    ],
    {
      title: { en: 'The law “on” <agents>', ru: 'Закон об агентах' },
      identifiers: [{ value: 'No. 17', cites: cites() }],
      texts: [
        { key: 'draft', label: { en: 'Draft' }, address: 'https://parliament.example/draft', cites: cites() },
        { key: 'law', label: { en: 'Law' }, address: 'https://gazette.example/law', current: true, cites: cites() },
      ],
    },
  ),
  law('law-without-signature', [buildStep('adopted', '2019-05-02'), buildStep('in_force', '2019-06-01')]),
  law('law-of-a-month', [buildStep('signed', '2019-05'), buildStep('in_force', '[2019-06-01..2019-06-20]')]),
  law('law-by-rumour', [buildStep('signed', '2019-05-09', { cites: [{ source: 'rumour', certainty: 'alleged' }] })]),
  law('law-in-dispute', [
    buildStep('signed', '2019-05-09', {
      disagreements: [
        {
          field: 'on',
          about: 'The day of signature.',
          reason: 'The gazette is nearer.',
          claims: [
            { value: '2019-05-09', preferred: true, cites: cites() },
            { value: '2019-05-11', cites: cites('rumour') },
          ],
        },
      ],
    }),
  ]),
  buildMeasure({
    slug: 'open-bill',
    steps: [buildStep('introduced', '2019-02-02')],
    relations: [{ type: 'revives', to: 'old-bill', cites: cites() }],
  }),
  buildMeasure({ slug: 'old-bill', jurisdiction: 'yy', steps: [buildStep('introduced', '2015-02-02')] }),
  buildFamily(['open-bill', 'old-bill']),
  buildFamily(['old-bill', 'far-bill'], { slug: 'other-family' }),
  buildMeasure({ slug: 'far-bill', jurisdiction: 'yy', short_title: { en: '=cmd()' } }),
  buildLetter({ about: [{ measure: 'open-bill', cites: cites() }] }),
  buildLetter({
    slug: 'al-yyy-1-2020',
    jurisdiction: 'yy',
    reference: 'AL YYY 1/2020',
    about: [{ measure: 'far-bill', cites: cites() }],
  }),
  buildLetter({ slug: 'about-nothing-on-record', reference: null, about: [], on: '2021-02-01' }),
  buildEvent({ measures: ['open-bill'] }),
]

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, RECORDS)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})
const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const zipOf = async (query: string) => {
  const response = await fetch(`${app.url}/api/measures.zip?${query}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return new Uint8Array(await response.arrayBuffer())
}

describe('JSON-LD', () => {
  const nodeOf = async (slug: string, query = ''): Promise<Json> => {
    const { body } = await get(`${app.url}/api/measures.jsonld?jurisdiction=XX${query}`)
    return body['@graph'].find((node: Json) => node['@id'] === `https://threatline.example/measures/${slug}`)
  }

  test('says of a law what schema.org has words for: own address, where its wording is read, signature, day told of, force', async () => {
    const { headers } = await get(`${app.url}/api/measures.jsonld`)
    expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(await nodeOf('signed-law', '&asOf=2020-01-01')).toEqual({
      '@type': 'Legislation',
      '@id': 'https://threatline.example/measures/signed-law',
      name: 'signed-law',
      alternateName: ['The law “on” <agents>', { '@value': 'Закон об агентах', '@language': 'ru' }],
      description: 'A bill that exists only in tests.',
      legislationType: 'Law',
      legislationIdentifier: ['No. 17'],
      legislationJurisdiction: { '@type': 'AdministrativeArea', name: 'Exampleland', identifier: 'XX' },
      legislationDate: '2019-03-11',
      legislationDateVersion: '2020-01-01',
      datePublished: '2019-03-15',
      legislationLegalForce: { '@id': 'https://schema.org/InForce' },
      sameAs: ['https://gazette.example/law'],
    })
  })

  test.each([
    ['law-without-signature', '2019-05-02'],
    ['law-of-a-month', undefined],
    ['law-by-rumour', undefined],
    ['law-in-dispute', undefined],
    ['open-bill', undefined],
  ])('of %s the day of adoption or signature is %s: never the introduction, never rounded', async (slug, day) => {
    expect((await nodeOf(slug)).legislationDate).toBe(day)
  })

  test('knows nothing of what comes after the day that is asked for', async () => {
    const before = await nodeOf('signed-law', '&asOf=2019-03-05')
    expect(before).not.toHaveProperty('datePublished')
    expect([before.legislationDate, before.legislationLegalForce]).toEqual(['2019-03-01', undefined])
  })

  test('is the same node on the page, in the list and by itself', async () => {
    const { text } = await get(`${app.url}/measures/signed-law`, { headers: { accept: 'text/html' } })
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const { '@context': context, ...onPage } = JSON.parse(data)
    const { body } = await get(`${app.url}/api/measures/signed-law.jsonld`)
    expect([context, onPage]).toEqual(['https://schema.org', await nodeOf('signed-law')])
    expect(body['@graph']).toEqual([onPage])
    expect((await get(`${app.url}/api/measures/nothing-there.jsonld`)).status).toBe(404)
    const letter = await get(`${app.url}/api/communications/al-xxx-1-2020.jsonld`)
    expect(letter.body['@graph'][0]).toMatchObject({ '@type': 'CreativeWork', dateCreated: '2020-02-01' })
  })

  /** The parts of schema.org's own context that are used here, after its file of edition 28. */
  const CONTEXT = {
    '@context': {
      '@vocab': 'http://schema.org/',
      license: { '@id': 'http://schema.org/license', '@type': '@id' },
      sameAs: { '@id': 'http://schema.org/sameAs', '@type': '@id' },
      legislationDate: { '@id': 'http://schema.org/legislationDate', '@type': 'http://schema.org/Date' },
    },
  }
  const quadsOf = (document: object): Promise<Quad[]> =>
    jsonld.toRDF(document, {
      // Everything that would be dropped in silence is an error.
      safe: true,
      async documentLoader(url) {
        if (url !== 'https://schema.org') throw new Error(`asks for ${url}`)
        return { contextUrl: null, document: CONTEXT, documentUrl: url }
      },
    })
  const HAS = {
    Legislation:
      'name alternateName description legislationType legislationIdentifier legislationJurisdiction legislationDate legislationDateVersion datePublished legislationLegalForce sameAs',
    CreativeWork: 'name description genre identifier dateCreated author about',
    Dataset: 'name license version isPartOf',
    AdministrativeArea: 'name identifier',
    Organization: 'name',
  }
  const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

  test.each(['measures', 'communications'])(
    'a processor of others reads %s: one graph with version and licence, and no word unknown to schema.org',
    async (name) => {
      const { body } = await get(`${app.url}/api/${name}.jsonld?jurisdiction=XX`)
      const quads = await quadsOf(body)
      const graph = `https://threatline.example/api/${name}.jsonld?jurisdiction=XX&version=1&asOf=${TODAY}`
      const said = quads.filter(
        ({ subject, graph: { termType } }) => termType === 'DefaultGraph' && subject.value === graph,
      )
      const about = Object.fromEntries(
        said.map(({ predicate, object }) => [predicate.value.split('/').at(-1), object.value]),
      )
      expect(about).toMatchObject({ license: 'https://creativecommons.org/licenses/by/4.0/', version: '1' })
      expect(quads.filter((quad) => quad.graph.value === graph).length).toBeGreaterThan(5)
      const types = new Map(
        quads.flatMap(({ subject, predicate, object }) =>
          predicate.value === RDF_TYPE ? [[subject.value, object.value.replace('http://schema.org/', '')]] : [],
        ),
      )
      for (const { subject, predicate } of quads) {
        if (predicate.value === RDF_TYPE) continue
        const words = HAS[types.get(subject.value) as keyof typeof HAS]?.split(' ')
        expect(words, subject.value).toContain(predicate.value.replace('http://schema.org/', ''))
      }
    },
  )

  test('events have no place there', async () => {
    expect((await get(`${app.url}/api/events.jsonld`)).status).toBe(404)
  })
})

describe('a dossier of a choice', () => {
  const dossierOf = async (from: RunningApp, query: string) =>
    (await get(`${from.url}/api/measures.dossier.yaml?${query}`)).text

  test('holds the measures, what is about them, and all that these refer to', async () => {
    const { records, faults } = readDossier('a.yaml', await dossierOf(app, 'slug=open-bill'))
    expect(faults).toEqual([])
    expect(records.map(({ record, slug }) => `${record} ${slug}`).sort()).toEqual([
      'communication al-xxx-1-2020',
      'event example-event',
      'family example-family',
      'jurisdiction xx',
      'jurisdiction yy',
      'measure old-bill',
      'measure open-bill',
      'source gazette',
    ])
  })

  test('can be read into an empty store, and is the same bytes out of that', async () => {
    const text = await dossierOf(app, 'jurisdiction=XX')
    const { records } = readDossier('a.yaml', text)
    expect(crossFaults(records.map((record) => ({ file: 'a.yaml', record })))).toEqual([])
    const other = await openEmbedded()
    const second = await startApp(other.store, records)
    try {
      expect(await dossierOf(second, 'jurisdiction=XX')).toBe(text)
    } finally {
      await second.close()
      await other.drop()
    }
  })
})

describe('the ZIP', () => {
  const QUERY = 'jurisdiction=XX&kind=bill'
  const namesOf = (text: string) => text.match(/^\S+\.(csv|json|jsonld|yaml)\b/gm)

  test('holds every form, the same bytes as by themselves, a README, and digests that are right', async () => {
    const files = await unzip(await zipOf(QUERY))
    const [readMe, ...rest] = files
    const sums = rest.pop()
    expect([readMe?.name, sums?.name]).toEqual(['README.txt', 'SHA256SUMS'])
    expect(rest.map(({ name }) => name)).toEqual(namesOf(readMe?.text ?? ''))
    for (const { name, text } of rest.filter((file) => file.name.startsWith('measures.')))
      expect(text, name).toBe((await get(`${app.url}/api/${name}?${QUERY}`)).text)
    expect(sums?.text.trim().split('\n')).toEqual(
      [readMe, ...rest].map(
        (file) =>
          `${createHash('sha256')
            .update(file?.text ?? '')
            .digest('hex')}  ${file?.name}`,
      ),
    )
  })

  test('holds the letters about its measures and no others, in every form', async () => {
    const files = new Map((await unzip(await zipOf(QUERY))).map(({ name, text }) => [name, text]))
    const of = (name: string) => files.get(name) ?? ''
    expect(parseCsv(of('communications.csv'), { columns: true })).toMatchObject([{ slug: 'al-xxx-1-2020' }])
    expect(JSON.parse(of('communications.json')).items).toMatchObject([{ slug: 'al-xxx-1-2020' }])
    expect(JSON.parse(of('communications.jsonld'))['@graph']).toHaveLength(1)
    const slides = JSON.parse(of('timeline.timelinejs.json')).events.map(({ unique_id }: Json) => unique_id)
    expect(slides).toEqual(['open-bill-introduced-2019-02-02', 'communications-al-xxx-1-2020', 'events-example-event'])
    expect(parseCsv(of('events.csv'), { columns: true })).toMatchObject([{ slug: 'example-event' }])
    expect(JSON.parse(of('events.json')).items).toMatchObject([{ slug: 'example-event' }])
    const all = new Map((await unzip(await zipOf(''))).map(({ name, text }) => [name, text]))
    expect(all.get('measures.csv')).toContain("'=cmd()")
    expect(parseCsv(all.get('communications.csv') ?? '', { columns: true })).toHaveLength(3)
  })

  test('of a State alone holds its whole story, as its timeline tells it', async () => {
    const files = new Map((await unzip(await zipOf('jurisdiction=XX'))).map(({ name, text }) => [name, text]))
    const slugs = (name: string) =>
      parseCsv(files.get(name) ?? '', { columns: true }).map((row) => (row as { slug: string }).slug)
    expect(slugs('communications.csv')).toEqual(['about-nothing-on-record', 'al-xxx-1-2020'])
    expect(slugs('events.csv')).toEqual(['example-event'])
    const { body } = await get(`${app.url}/api/timeline.timelinejs.json?jurisdiction=XX`)
    expect(JSON.parse(files.get('timeline.timelinejs.json') ?? '').events).toHaveLength(body.events.length)
    expect(files.get('README.txt')).not.toContain('only those about')
  })

  test('its README says what was chosen, version, day, licence, where it is had again, and each word of certainty', async () => {
    const [readMe] = await unzip(await zipOf(`${QUERY}&asOf=2020-01-01`))
    for (const words of [
      'jurisdiction=XX, kind=bill\n',
      '1 measure; 1 letter or other text; 1 event (only those about these measures)',
      '1 of the record',
      '1 January 2020 (2020-01-01)',
      'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
      'https://threatline.example/api/measures.zip?asOf=2020-01-01&jurisdiction=XX&kind=bill&version=1',
      ...['stated', 'reported', 'alleged', 'inferred'].map((word) => `\n${word} `),
    ])
      expect(readMe?.text).toContain(words)
    // Lines that a narrow window shows.
    expect(Math.max(...(readMe?.text.split('\n') ?? []).map((line) => line.length))).toBeLessThan(140)
  })

  test('of a version and a day is the same bytes after a correction, in every zone, however it is asked for', async () => {
    const pinned = `${QUERY}&version=1&asOf=2020-01-01`
    const before = await zipOf(pinned)
    for (const { modified } of await unzip(before)) expect(modified.getFullYear()).toBe(1980)
    const changed = buildMeasure({ slug: 'open-bill', summary: 'Corrected.' })
    await accept(store, [changed], { author: 'test', message: 'A correction', at: `${TODAY}T01:00:00.000Z` })
    process.env.TZ = 'Pacific/Kiritimati'
    const restarted = await serve(store)
    const response = await fetch(
      `${restarted.url}/api/measures.zip?asOf=2020-01-01&version=1&kind=bill&jurisdiction=XX`,
    )
    expect(Buffer.compare(new Uint8Array(await response.arrayBuffer()), before)).toBe(0)
    await restarted.close()
    const live = await unzip(await zipOf(`${QUERY}&asOf=2020-01-01`))
    expect(live.find(({ name }) => name === 'measures.json')?.text).toContain('Corrected.')
  })

  test('nobody who has it is sent it again', async () => {
    const { headers } = await fetch(`${app.url}/api/measures.zip?${QUERY}`)
    const again = await fetch(`${app.url}/api/measures.zip?${QUERY}`, {
      headers: { 'If-None-Match': headers.get('etag') ?? '' },
    })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })
})

test('more measures than one file holds are refused with what to choose, and go out as a table all the same', async () => {
  const many = Array.from({ length: MOST_MEASURES + 1 }, (_, i) =>
    buildMeasure({ slug: `yy-bill-${i}`, jurisdiction: 'yy' }),
  )
  await accept(store, many, { author: 'test', message: 'Many', at: `${TODAY}T02:00:00.000Z` })
  for (const form of ['json', 'jsonld', 'dossier.yaml', 'zip']) {
    const { status, body } = await get(`${app.url}/api/measures.${form}`)
    expect([form, status, body.errors[0].field]).toEqual([form, 400, 'jurisdiction'])
    expect(body.errors[0].remedy).toContain('Choose a State, or read /api/measures by pages.')
    expect((await get(`${app.url}/api/measures.${form}?jurisdiction=XX`)).status).toBe(200)
  }
  expect((await get(`${app.url}/api/measures.csv`)).status).toBe(200)
}, 60_000)
