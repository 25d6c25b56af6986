/**
 * The twins of the lists, read by parsers that are none of ours: csv-parse, ical.js, feedsmith. For random filters they must
 * tell the same facts as the JSON of the same question.
 */
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { AnyRecord, Communication, Measure } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { dueOn } from '../../db/record-index.ts'
import { accept } from '../../db/versions.ts'
import { addDays, type Day, parseEdtf } from '../../db/vocabulary/edtf.ts'
import { worldOf } from '../bench/world.ts'
import { type Json, type RunningApp, TODAY } from '../support/app.ts'
import { conversationFilters, measureFilters } from '../support/arbitrary-filter.ts'
import { type Snapshot, snapshotsOf } from '../support/brute-force.ts'
import { buildLetter, buildMeasure, buildSource, buildStep, ground } from '../support/build.ts'
import { empty, openEmbedded } from '../support/stores.ts'
import { addressOf, type Query, queryOf, read, readList, startWorld } from '../support/world-app.ts'

const versions: AnyRecord[][] = [...worldOf({ measures: 100, batch: 50 })].map(({ records }) => records)
const snapshots = snapshotsOf(versions)
const world: Snapshot = snapshots.at(-1) ?? new Map()
const RUNS = { numRuns: 30, seed: 11 }

let store: Store
let drop: () => Promise<void>
let app: RunningApp
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startWorld(store, versions)
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

const bytesOf = async (path: string, query: Query) => (await read(app.url + addressOf(path, query))).text

type Row = Record<string, string>

const rowsOf = (text: string): Row[] => parseCsv(text, { columns: true, relax_column_count: false }) as Row[]

/** A cell that a spreadsheet would take for a formula is written with an apostrophe before it. */
const disarmed = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

/** Cells as text: nothing for what is not known, several values joined. */
const cell = (value: unknown): string =>
  disarmed(
    Array.isArray(value)
      ? value.filter(Boolean).join('; ')
      : value === true
        ? 'yes'
        : value === false
          ? 'no'
          : String(value ?? ''),
  )

/** Addresses of the sources that an item cites, found in the whole item. */
function addressesIn(item: Json, sources: ReadonlyMap<string, Json>): string[] {
  const cited = [...JSON.stringify(item).matchAll(/"source":"([^"]+)","certainty"/g)].map(([, slug]) => slug ?? '')
  return [...new Set(cited)].map((slug) => {
    const { addressWithheld, address } = sources.get(slug)
    return addressWithheld ? '[address withheld]' : address
  })
}

const FACTS: Readonly<Record<string, (item: Json) => Record<string, unknown>>> = {
  measures: ({ slug, jurisdiction, kind, title, shortTitle, status, families, rights, checkedOn }) => ({
    slug,
    jurisdiction: jurisdiction.toUpperCase(),
    kind,
    title: title.en,
    short_title: shortTitle.en,
    title_original: Object.keys(title).flatMap((tag) => (tag === 'en' ? [] : [title[tag]])),
    status: status.is,
    since: status.since,
    rule: status.rule,
    basis_measure: status.basis?.measure,
    basis_step: status.basis?.step,
    dormant: status.dormant,
    possibly: status.possibly,
    families,
    rights: rights.map(({ right, severity }: Json) => `${right}: ${severity ?? 'not assessed'}`),
    checked_on: checkedOn,
  }),
  communications: ({
    slug,
    jurisdiction,
    kind,
    letterType,
    reference,
    title,
    on,
    from,
    measures,
    deadline,
    reply,
  }) => ({
    slug,
    reference,
    jurisdiction: jurisdiction.toUpperCase(),
    kind,
    letter_type: letterType,
    title: title.en,
    date: on?.edtf,
    date_earliest: on?.earliest,
    date_latest: on?.latest,
    from,
    measures,
    deadline: deadline?.on,
    deadline_days: deadline?.days,
    deadline_basis: deadline?.basis,
    reply: reply?.state,
    reply_on: reply?.on?.edtf,
    no_reply_as_of: reply?.asOf,
  }),
  events: ({ slug, jurisdiction, kind, title, summary, on, place, cites, measures, communications, rights }) => ({
    slug,
    jurisdiction: jurisdiction.toUpperCase(),
    kind,
    title: title.en,
    summary,
    date: on.edtf,
    date_earliest: on.earliest,
    date_latest: on.latest,
    place,
    certainty: [...new Set(cites.map(({ certainty }: Json) => certainty))],
    measures,
    communications,
    rights,
  }),
}

const INCLUDE: Readonly<Record<string, string>> = {
  measures: 'summary,identifiers,spans,steps,texts,provisions,impacts,cites,communications,events,sources',
  communications: 'cites,questions,disagreements,sources',
  events: 'sources',
}

const questions = fc.oneof(
  fc.tuple(fc.constant('measures'), measureFilters(world)),
  fc.tuple(fc.constant('communications'), conversationFilters(world, 'communication')),
  fc.tuple(fc.constant('events'), conversationFilters(world, 'event')),
)
const anyVersion = fc.integer({ min: 2, max: versions.length })

test('CSV gives back the facts of the JSON, whatever was asked', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(questions, anyVersion, async ([name, filter], version) => {
      const query = { ...queryOf(filter), version }
      const rows = rowsOf(await bytesOf(`/api/${name}.csv`, query))
      const { items, sources } = await readList(app, `/api/${name}`, {
        ...query,
        limit: 200,
        include: INCLUDE[name] ?? '',
      })
      const known = new Map(sources.map((source) => [source.slug, source]))
      expect(rows).toHaveLength(items.length)
      for (const [i, item] of items.entries()) {
        const facts = { ...FACTS[name]?.(item), version, sources: addressesIn(item, known) }
        expect(rows[i]).toMatchObject(
          Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, cell(value)])),
        )
      }
      found += rows.length
    }),
    RUNS,
  )
  expect(found).toBeGreaterThan(50)
}, 60_000)

test('the whole list as JSON is the pages put together, with all beside each', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(questions, anyVersion, async ([name, filter], version) => {
      const query = { ...queryOf(filter), version }
      const whole = JSON.parse(await bytesOf(`/api/${name}.json`, query))
      const { items, sources } = await readList(app, `/api/${name}`, {
        ...query,
        limit: 200,
        include: INCLUDE[name] ?? '',
      })
      expect(whole).toEqual({ items, sources, version, asOf: TODAY, licence: 'CC-BY-4.0' })
      found += items.length
    }),
    RUNS,
  )
  expect(found).toBeGreaterThan(50)
}, 60_000)

interface Entry {
  uid: string
  sequence: number
  status: string
  summary: string
  start: Day
  /** Excluded. */
  end: Day
}

function entriesOf(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component)
      expect(component.getFirstProperty('dtstart')?.type).toBe('date')
      expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true])
      return {
        uid: event.uid,
        sequence: event.sequence,
        status: String(component.getFirstPropertyValue('status')),
        summary: event.summary,
        start: event.startDate.toString(),
        end: event.endDate.toString(),
      }
    })
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
}

/** What was ever announced up to a version: planned steps of the measures, deadlines of the letters. By force. */
function announcedByForce(version: number, measures: readonly string[], letters: readonly string[]): Entry[] {
  /** `at`: the last version that held it. */
  const told = new Map<
    string,
    { at: number; label: string; from: Day; until: Day; turns: number; announced: boolean }
  >()
  const tell = (at: number, uid: string, label: string, from: Day | null, until: Day | null, planned: boolean) => {
    const known = told.get(uid)
    const [first, last] = [from ?? until ?? '', until ?? from ?? '']
    const same = known && known.label === label && known.from === first && known.until === last
    const turns = known ? known.turns + (same ? 0 : 1) : 0
    told.set(uid, { label, from: first, until: last, turns, announced: planned || known?.announced === true, at })
  }
  for (let at = 1; at <= version; at++)
    for (const record of snapshots[at - 1]?.values() ?? []) {
      if (record.record === 'measure' && measures.includes(record.slug))
        for (const { key, label, on, planned } of (record as Measure).steps) {
          const { earliest, latest } = parseEdtf(on)
          const words = `${record.short_title.en}: ${label.en}`
          tell(at, `measure/${record.slug}/${key}@threatline`, words, earliest, latest, planned === true)
        }
      if (record.record === 'communication' && letters.includes(record.slug)) {
        const letter = record as Communication
        const due = dueOn(letter)
        const words = `${letter.reference ?? letter.title.en}: Reply due`
        if (due) tell(at, `communication/${letter.slug}/deadline@threatline`, words, due, due, true)
      }
    }
  return [...told]
    .filter(([, { announced }]) => announced)
    .map(([uid, { at, label, from, until, turns }]) => ({
      uid,
      sequence: at === version ? turns : turns + 1,
      status: at === version ? 'CONFIRMED' : 'CANCELLED',
      summary: at === version ? label : `Cancelled: ${label}`,
      start: from,
      end: addDays(until, 1),
    }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
}

test('the calendar gives back every announced day, as days, whatever was asked', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(questions, anyVersion, async ([name, filter], version) => {
      if (name === 'events') return
      const query = { ...queryOf(filter), version }
      const entries = entriesOf(await bytesOf(`/api/${name}.ics`, query))
      const include = name === 'measures' ? 'communications' : 'cites'
      const { items } = await readList(app, `/api/${name}`, { ...query, limit: 200, include })
      const slugs = items.map(({ slug }) => slug)
      const expected =
        name === 'measures'
          ? announcedByForce(
              version,
              slugs,
              items.flatMap(({ communications }) => communications.map(({ slug }: Json) => slug)),
            )
          : announcedByForce(version, [], slugs)
      expect(entries).toEqual(expected)
      found += entries.length
    }),
    RUNS,
  )
  expect(found).toBeGreaterThan(50)
}, 60_000)

const newestFirst = (a: Told, b: Told) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.title < b.title ? -1 : 1)
interface Told {
  at: string
  title: string
}

/** Titles of Atom are HTML by the library's choice. */
const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const plain = (html: string): string => html.replace(/&(?:lt|gt|quot|amp);/g, (sign) => SIGNS[sign] ?? sign)

test('Atom and JSON Feed tell the changes of what the list holds, newest first, at the instant of recording', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(questions, anyVersion, async ([name, filter], version) => {
      const query = { ...queryOf(filter), version }
      const { items } = await readList(app, `/api/${name}`, { ...query, limit: 200 })
      const held = new Set(items.map(({ slug }) => slug))
      const record = name.slice(0, -1)
      const changes = (await readList(app, '/api/changes', { record, limit: 200 })).items.filter(
        ({ number, slug }) => number <= version && held.has(slug),
      )
      const expected = changes
        .map(({ at, title, change }) => ({ at, title: `${change === 'added' ? 'Added' : 'Changed'}: ${title}` }))
        .sort(newestFirst)
        .slice(0, 200)
      const atom = parseAtomFeed(await bytesOf(`/api/${name}.atom`, query))
      const json = parseJsonFeed(await bytesOf(`/api/${name}.feed.json`, query))
      const ofAtom = (atom.entries ?? []).map(({ published, title }) => ({
        at: String(published),
        title: plain(title?.value ?? ''),
      }))
      const ofJson = (json.items ?? []).map(({ date_published, title }) => ({
        at: String(date_published),
        title: String(title),
      }))
      expect(ofJson.map(({ at }) => at)).toEqual(
        ofJson
          .map(({ at }) => at)
          .toSorted()
          .reverse(),
      )
      if (expected.length < 200) {
        expect(ofJson.toSorted(newestFirst)).toEqual(expected)
        expect(ofAtom.toSorted(newestFirst)).toEqual(expected)
      }
      expect(new Set((json.items ?? []).map(({ id }) => id)).size).toBe(ofJson.length)
      expect((atom.entries ?? []).map(({ id }) => id)).toEqual((json.items ?? []).map(({ id }) => id))
      found += ofJson.length
    }),
    RUNS,
  )
  expect(found).toBeGreaterThan(50)
}, 60_000)

test('a feed does not change with the day that is asked for: it fires on recording only', async () => {
  const told = (asOf: string) => bytesOf('/api/measures.feed.json', { asOf })
  const items = (text: string) => JSON.parse(text).items
  expect(items(await told('2005-01-01'))).toEqual(items(await told('2030-01-01')))
})

test.each(['America/Los_Angeles', 'Asia/Bishkek', 'Pacific/Kiritimati'])(
  'in a process of the zone %s every twin is the same, byte for byte',
  async (tz) => {
    const paths = ['measures', 'communications', 'events'].flatMap((name) =>
      ['csv', 'json', 'dossier.yaml', 'ics', 'atom', 'feed.json'].map((form) => `/api/${name}.${form}`),
    )
    const all = async () =>
      Promise.all(
        paths.filter((path) => path !== '/api/events.ics').map((path) => bytesOf(path, { version: 3, asOf: TODAY })),
      )
    process.env.TZ = 'UTC'
    const expected = await all()
    process.env.TZ = tz
    expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(0)
    expect(await all()).toEqual(expected)
  },
)

test('an announced day keeps its UID, rises in SEQUENCE when it moves, and is cancelled when it goes; lines fold at 75 octets', async () => {
  // A number of a version never comes back in a running server; an emptied store is another server's.
  await app.close()
  await empty(store)
  app = await startWorld(store, [])
  const words =
    'Законопроект о вымышленных «иностранных представителях» и ещё о чём-то: щёлочь, эхо, юг 🕊️ и так далее, без конца'
  const bill = (on: string | null, override: Partial<Measure> = {}) =>
    buildMeasure({
      short_title: { en: words },
      steps: [
        buildStep('introduced', '2026-01-15'),
        ...(on
          ? [
              buildStep('second_reading', on, {
                key: 'hearing',
                planned: true,
                label: { en: `Второе чтение, ${words}` },
              }),
            ]
          : []),
      ],
      ...override,
    })
  const steps: { records: AnyRecord[]; retract?: { record: 'measure' | 'communication'; slug: string }[] }[] = [
    { records: [...ground(), buildSource({ slug: 'later' }), bill('2026-12-10')] },
    { records: [bill('[2026-12-20..2026-12-24]')] },
    { records: [buildSource({ slug: 'later', title: 'Something else' })] },
    { records: [bill(null)] },
    {
      records: [
        bill('2027-02-01'),
        buildLetter({ on: '2026-11-01', deadline: { days: 60, basis: 'stated_in_letter' } }),
      ],
    },
    {
      records: [],
      retract: [
        { record: 'measure', slug: 'example-bill' },
        { record: 'communication', slug: 'al-xxx-1-2020' },
      ],
    },
  ]
  const seen: Record<string, unknown>[] = []
  for (const [i, { records, retract = [] }] of steps.entries()) {
    const at = `2026-11-0${i + 1}T00:00:00Z`
    await accept(store, records, { author: 'test', message: 'next', at }, { retract })
    const text = await bytesOf('/api/measures.ics', {})
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/[^\r]\n/)
    seen.push(
      ...entriesOf(text)
        .filter(({ uid }) => uid.includes('/hearing'))
        .map((entry) => ({ version: i + 1, ...entry })),
    )
  }
  const uid = 'measure/example-bill/hearing@threatline'
  const summary = `${words}: Второе чтение, ${words}`
  const stands = { uid, summary, status: 'CONFIRMED' }
  const gone = { uid, summary: `Cancelled: ${summary}`, status: 'CANCELLED' }
  expect(seen).toEqual([
    { version: 1, ...stands, sequence: 0, start: '2026-12-10', end: '2026-12-11' },
    { version: 2, ...stands, sequence: 1, start: '2026-12-20', end: '2026-12-25' },
    { version: 3, ...stands, sequence: 1, start: '2026-12-20', end: '2026-12-25' },
    { version: 4, ...gone, sequence: 2, start: '2026-12-20', end: '2026-12-25' },
    { version: 5, ...stands, sequence: expect.any(Number), start: '2027-02-01', end: '2027-02-02' },
    { version: 6, ...gone, sequence: expect.any(Number), start: '2027-02-01', end: '2027-02-02' },
  ])
  const sequences = seen.map(({ sequence }) => Number(sequence))
  expect(sequences[4]).toBeGreaterThan(sequences[3] ?? 0)
  expect(sequences[5]).toBeGreaterThan(sequences[4] ?? 0)
  expect(entriesOf(await bytesOf('/api/communications.ics', {}))).toMatchObject([
    { uid: 'communication/al-xxx-1-2020/deadline@threatline', status: 'CANCELLED', start: '2026-12-31' },
  ])
})
