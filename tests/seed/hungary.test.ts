import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Citation, Disagreement, Measure, Step } from '../../api/contract/record.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { Severity } from '../../db/vocabulary/lists.ts'
import type { Rule, Status } from '../../db/vocabulary/stages.ts'
import { influenceOf, quietSpans, readStatus, type StatusStep, spanOn } from '../../db/vocabulary/status.ts'
import { readSeed } from '../../seed/load.ts'
import {
  ADDRESS_WITHHELD,
  CONFLICTS,
  DESCRIBED,
  ENTRIES,
  IMPACTS,
  LETTER_TABLE,
  LETTERS,
  RELATIONS,
  SOURCES,
  STATEMENTS,
} from './hungary-map.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))
const TODAY = '2026-11-23'

let seed: AnyRecord[] = []
beforeAll(async () => {
  seed = await readSeed(SEED)
})

function find<K extends AnyRecord['record']>(kind: K, slug: string): Extract<AnyRecord, { record: K }> | undefined {
  return seed.find((record) => record.record === kind && record.slug === slug) as
    | Extract<AnyRecord, { record: K }>
    | undefined
}

function recordOf<K extends AnyRecord['record']>(kind: K, slug: string): Extract<AnyRecord, { record: K }> {
  const found = find(kind, slug)
  if (!found) throw new Error(`The seed has no ${kind} "${slug}".`)
  return found
}

/** The records of Hungary: what lies in its jurisdiction, with its sources. */
const ofHungary = () =>
  seed.filter((record) =>
    record.record === 'source'
      ? record.slug.startsWith('hu-')
      : 'jurisdiction' in record
        ? record.jurisdiction === 'hu'
        : record.record === 'jurisdiction' && record.slug === 'hu',
  )
const measuresOfHungary = () => ofHungary().filter((record) => record.record === 'measure')
const communicationsOfHungary = () => ofHungary().filter((record) => record.record === 'communication')

/** The disagreement that "disagreement slug#key field" names. */
function disagreementAt(target: string): Disagreement | undefined {
  const [, where = '', field] = target.split(' ')
  const [slug = '', part] = where.split('#')
  const measure = find('measure', slug)
  const on =
    part === undefined
      ? (measure ?? find('communication', slug))
      : [...(measure?.steps ?? []), ...(measure?.provisions ?? [])].find(({ key }) => key === part)
  return on?.disagreements?.find((disagreement) => disagreement.field === field)
}

function stepAt(where: string): Step | undefined {
  const [slug = '', key] = where.split('#')
  return find('measure', slug)?.steps.find((step) => step.key === key)
}

/** Whether the seed holds what a target of the map names. */
function holds(target: string): boolean {
  const [kind, where = '', type] = target.split(' ')
  if (kind === 'communication' || kind === 'event') return find(kind, where) !== undefined
  if (kind === 'disagreement') return disagreementAt(target) !== undefined
  if (kind === 'relation') {
    const [newer = '', older] = where.split('->')
    return (
      find('measure', newer)?.relations?.some((relation) => relation.to === older && relation.type === type) ?? false
    )
  }
  return (kind === 'step' || kind === 'measure') && stepAt(where) !== undefined
}

/** The date of what a target names; undefined where it has none of its own. */
function dateOf(target: string): string | null | undefined {
  const [kind, where = ''] = target.split(' ')
  if (kind === 'communication' || kind === 'event') return recordOf(kind, where).on
  return kind === 'step' || kind === 'measure' ? stepAt(where)?.on : undefined
}

/** Whether two dates have a day in common. */
function meet(one: string, other: string): boolean {
  const [a, b] = [parseEdtf(one), parseEdtf(other)]
  return (a.earliest ?? '') <= (b.latest ?? '9999') && (b.earliest ?? '') <= (a.latest ?? '9999')
}

const ALL = [
  ...Object.entries(ENTRIES).flatMap(([measure, arrivals]) =>
    arrivals.map((arrival, entry) => ({ name: `${measure} ${entry}`, measure, ...arrival })),
  ),
  ...LETTERS.map((arrival, entry) => ({ name: `letter ${entry}`, measure: null, ...arrival })),
  ...STATEMENTS.map((arrival, entry) => ({ name: `statement ${entry}`, measure: null, ...arrival })),
]

describe('every entry of the facts on Hungary has arrived', () => {
  test('the map holds 12 measures with 94 entries, 2 letters, 27 statements, 11 relations, 29 impacts', () => {
    expect(Object.keys(ENTRIES).sort()).toEqual(
      measuresOfHungary()
        .map(({ slug }) => slug)
        .sort(),
    )
    expect(Object.keys(ENTRIES)).toHaveLength(12)
    expect(Object.values(ENTRIES).flat()).toHaveLength(94)
    expect([LETTERS, STATEMENTS, RELATIONS, IMPACTS].map(({ length }) => length)).toEqual([2, 27, 11, 29])
  })

  test.each(ALL)('$name', ({ measure, date, vote, to, because }) => {
    expect(to).not.toEqual([])
    expect(to.filter((target) => !holds(target))).toEqual([])
    const dates = to.flatMap((target) => dateOf(target) ?? [])
    expect(dates.filter((on) => !meet(on, date))).toEqual([])
    const others = dates.filter((on) => on !== date)
    if (because) expect(others).not.toEqual([])
    else expect(others).toEqual([])
    if (vote) expect(to.map((target) => stepAt(target.split(' ')[1] ?? '')?.vote)).toContainEqual(vote)
    // A step of its own measure is called step, one of another measure is called measure.
    for (const target of to) {
      const [kind, where = ''] = target.split(' ')
      if (kind === 'step') expect(where.split('#')[0]).toBe(measure)
      if (kind === 'measure') expect(where.split('#')[0]).not.toBe(measure)
    }
  })

  test.each(RELATIONS)('%s', (target) => {
    expect(holds(target)).toBe(true)
  })

  test('and no relation of the seed is not in the facts', () => {
    const seeded = measuresOfHungary().flatMap(({ slug, relations = [] }) =>
      relations.map(({ type, to }) => `relation ${slug}->${to} ${type}`),
    )
    expect(seeded.sort()).toEqual([...RELATIONS].sort())
  })

  test('every communication and event of the seed is in the map', () => {
    const mapped = new Set(ALL.flatMap(({ to }) => to))
    const seeded = ofHungary().flatMap(({ record, slug }) =>
      record === 'communication' || record === 'event' ? [`${record} ${slug}`] : [],
    )
    expect(seeded.filter((target) => !mapped.has(target))).toEqual([])
    expect(seeded).toHaveLength(46 + 4)
  })

  test('each vote is one of the facts', () => {
    const votes = measuresOfHungary().flatMap(({ steps }) => steps.flatMap(({ vote }) => (vote ? [vote] : [])))
    expect(votes).toHaveLength(7)
    expect(ALL.flatMap(({ vote }) => (vote ? [vote] : []))).toEqual(expect.arrayContaining(votes))
  })
})

describe('impacts', () => {
  test.each(IMPACTS)('$measure $key', ({ measure, key, right, grounds, sources }) => {
    const impact = recordOf('measure', measure).impacts?.find((impact) => impact.key === key)
    expect(impact).toMatchObject({ right, grounds, effect: 'restricts' })
    const cited = impact?.cites.map(({ source }) => source)
    expect(sources.map((source) => `hu-${source}`).filter((source) => !cited?.includes(source))).toEqual([])
  })

  test('no two entries of the facts share one', () => {
    expect(new Set(IMPACTS.map(({ measure, key }) => `${measure} ${key}`)).size).toBe(IMPACTS.length)
  })

  test('what the facts do not have is said by the editors, or by a communication that names the clause', () => {
    const mapped = new Set(IMPACTS.map(({ measure, key }) => `${measure} ${key}`))
    const more = measuresOfHungary().flatMap(({ slug, impacts = [] }) =>
      impacts
        .filter(({ key, said_by }) => !mapped.has(`${slug} ${key}`) && said_by.voice !== 'editors')
        .map(({ key }) => `${slug} ${key}`),
    )
    expect(more.sort()).toEqual([
      'hu-sovereignty-protection-act-2023 venice-participation',
      'hu-stop-soros-act-2018 court-asylum',
    ])
  })

  test('every measure touches a right', () => {
    expect(measuresOfHungary().filter(({ impacts = [] }) => impacts.length === 0)).toEqual([])
  })

  test('one that a communication speaks of is in what that communication is about', () => {
    const astray = measuresOfHungary().flatMap(({ slug, impacts = [] }) =>
      impacts.flatMap(({ key, said_by }) => {
        if (said_by.voice !== 'communication') return []
        const { about } = recordOf('communication', said_by.communication)
        return about.some(({ measure }) => measure === slug) ? [] : [`${slug} ${key}`]
      }),
    )
    expect(astray).toEqual([])
  })
})

/** The words of the criteria that a reason can rest on. */
const CRITERIA: Record<Severity, RegExp> = {
  severe: /imprisonment|dissolution|closing|blocking|blanket ban|loss of the right itself|surveillance without a court/,
  serious: /penalty|licence|prior permission|registration|label|register|ceiling|ban on funding|identification/,
  limited: /reporting|formality|fee|delay/,
}

describe('severity', () => {
  test('rests on a criterion of its level and begins with the label of its clause', () => {
    const astray = measuresOfHungary().flatMap(({ slug, impacts = [], provisions = [] }) =>
      impacts.flatMap(({ key, provision, severity, severity_reason = '' }) => {
        if (severity === null) return severity_reason ? [`${slug} ${key}: a reason without severity`] : []
        const label = provisions.find((found) => found.key === provision)?.label
        return label && severity_reason.startsWith(`${label}:`) && CRITERIA[severity].test(severity_reason)
          ? []
          : [`${slug} ${key}: ${severity_reason}`]
      }),
    )
    expect(astray).toEqual([])
  })

  test('of a clause is the same wherever it touches a right', () => {
    const levels = new Map<string, Set<Severity | null>>()
    for (const { slug, impacts = [] } of measuresOfHungary())
      for (const { provision, severity } of impacts) {
        if (!provision) continue
        const clause = `${slug} ${provision}`
        levels.set(clause, (levels.get(clause) ?? new Set()).add(severity))
      }
    expect([...levels].filter(([, found]) => found.size > 1).map(([clause]) => clause)).toEqual([])
  })

  test('counts: 17 severe, 11 serious, 2 limited, 11 without', () => {
    const counts: Record<string, number> = {}
    for (const { impacts = [] } of measuresOfHungary())
      for (const { severity } of impacts) counts[severity ?? 'none'] = (counts[severity ?? 'none'] ?? 0) + 1
    expect(counts).toEqual({ severe: 17, serious: 11, limited: 2, none: 11 })
  })

  test('dissolution stands only in the bill of 2017, not in the law', () => {
    const { provisions = [], texts = [] } = recordOf('measure', 'hu-transparency-law-2017')
    expect(provisions.find(({ key }) => key === 'sanctions-bill')?.texts).toEqual(['bill-2017'])
    expect(texts.find(({ current }) => current)?.key).toBe('law-2017')
  })
})

describe('what sources disagree about is kept, with every claim', () => {
  test('17 conflicts are mapped, and no disagreement stands in the seed that the facts do not have', () => {
    expect(CONFLICTS).toHaveLength(17)
    const mapped = CONFLICTS.flatMap(({ to }) => to)
    expect(mapped).toHaveLength(18)
    const seeded = ofHungary().flatMap((record) => {
      if (record.record !== 'measure' && record.record !== 'communication') return []
      const own = (record.disagreements ?? []).map(({ field }) => `disagreement ${record.slug} ${field}`)
      const parts = record.record === 'measure' ? [...record.steps, ...(record.provisions ?? [])] : []
      return [
        ...own,
        ...parts.flatMap(({ key, disagreements = [] }) =>
          disagreements.map(({ field }) => `disagreement ${record.slug}#${key} ${field}`),
        ),
      ]
    })
    expect(seeded.sort()).toEqual(mapped.sort())
  })

  test.each(CONFLICTS)('$conflict', ({ to, sources, values }) => {
    const found = to.map((target) => disagreementAt(target))
    for (const disagreement of found) expect(disagreement?.claims.filter(({ preferred }) => preferred)).toHaveLength(1)
    const claims = found.flatMap((disagreement) => disagreement?.claims ?? [])
    expect(claims.map(({ value }) => value)).toEqual(values)
    const cited = claims.flatMap(({ cites }) => cites.map(({ source }) => source))
    expect(sources.map((source) => `hu-${source}`).filter((source) => !cited.includes(source))).toEqual([])
  })

  test('what is preferred is what the record says', () => {
    expect(stepAt('hu-sovereignty-protection-act-2023#adopted-2023')?.vote).toEqual({ for: 141, against: 50 })
    expect(recordOf('communication', 'hu-member-states-declaration-2025').from).toEqual([
      { body: 'Governments of 17 EU Member States' },
    ])
  })
})

describe('letters', () => {
  test('are all letters of the seed to Hungary', () => {
    const letters = communicationsOfHungary().filter(({ kind }) => kind === 'letter')
    expect(letters.map(({ slug }) => slug).sort()).toEqual(LETTER_TABLE.map(([slug]) => slug).sort())
  })

  test.each(LETTER_TABLE)('%s of %s: deadline and reply as the sources vouch', (slug, on, days) => {
    const basis = days === null ? 'unknown' : 'stated_in_letter'
    expect(recordOf('communication', slug)).toMatchObject({
      on,
      reference: null,
      deadline: { days, basis },
      reply: { state: 'not_known' },
    })
  })

  test('of the UN mandates have the mandates that signed, and no kind that nobody shows', () => {
    const mandates = (slug: string) => recordOf('communication', slug).from.map(({ mandate }) => mandate)
    expect(mandates('hu-joint-letter-transparency-2017')).toEqual([
      'sr-freedom-of-expression',
      'sr-assembly-association',
      'sr-human-rights-defenders',
    ])
    expect(mandates('hu-joint-letter-sovereignty-2023')).toEqual([
      'sr-freedom-of-expression',
      'sr-human-rights-defenders',
    ])
    for (const slug of ['hu-joint-letter-transparency-2017', 'hu-joint-letter-sovereignty-2023'])
      expect(recordOf('communication', slug)).toMatchObject({ letter_type: null, joint: true })
  })

  test('two months from 18 February end on 18 April', () => {
    expect((Date.UTC(2021, 3, 18) - Date.UTC(2021, 1, 18)) / 86_400_000).toBe(59)
  })
})

describe('communications', () => {
  test('are about a measure, but for the resolution in which no single one is named', () => {
    expect(
      communicationsOfHungary()
        .filter(({ about }) => about.length === 0)
        .map(({ slug }) => slug),
    ).toEqual(['hu-ep-resolution-article-7-2018'])
  })

  test('have the references that are printed', () => {
    const found = communicationsOfHungary().flatMap(({ slug, reference }) => (reference ? [[reference, slug]] : []))
    expect(Object.fromEntries(found)).toEqual({
      'Resolution 2162 (2017)': 'hu-pace-resolution-2162',
      'CDL-PI(2017)002': 'hu-venice-preliminary-opinion-2017',
      'Opinion 889/2017': 'hu-venice-opinion-2017',
      'CDL-AD(2018)013': 'hu-venice-odihr-opinion-stop-soros-2018',
      'CG014(2025)': 'hu-congress-rapporteur-statement-2025',
      '2017/2656(RSP)': 'hu-ep-resolution-2017',
      'C-78/18': 'hu-cjeu-judgment-c-78-18',
      'P9_TA(2021)0362': 'hu-ep-resolution-lgbtiq-2021',
      'C-821/19': 'hu-cjeu-judgment-c-821-19',
      '2024/2683(RSP)': 'hu-ep-resolution-2024',
      'C-769/22': 'hu-cjeu-judgment-c-769-22',
    })
  })

  test('name the articles of European law that the facts name', () => {
    const articles = (slug: string) =>
      recordOf('communication', slug).legal_references?.map(({ instrument, article }) => `${instrument} ${article}`)
    expect(articles('hu-cjeu-judgment-c-78-18')).toEqual(['tfeu 63', 'eu-charter 7', 'eu-charter 8', 'eu-charter 12'])
    expect(articles('hu-venice-odihr-opinion-stop-soros-2018')).toEqual(['echr 10', 'echr 11'])
    expect(articles('hu-ag-opinion-c-769-22')).toEqual([
      'teu 2',
      'eu-charter 1',
      'eu-charter 7',
      'eu-charter 11',
      'eu-charter 21',
    ])
    expect(articles('hu-ag-opinion-c-829-24')).toEqual(['eu-charter 12', 'eu-charter 47', 'eu-charter 48'])
  })
})

/** Every citation anywhere in a value. */
function citations(value: unknown): Citation[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'source' in value && 'certainty' in value ? [value as Citation] : []
  return [...own, ...Object.values(value).flatMap(citations)]
}

describe('the sources of the facts', () => {
  const slugOf = (key: string) => `hu-${key}`

  test('are 169, all of them in the seed, and each vouches for something', () => {
    expect(new Set(SOURCES).size).toBe(169)
    const seeded = ofHungary().flatMap(({ record, slug }) => (record === 'source' ? [slug] : []))
    expect(seeded.sort()).toEqual(SOURCES.map(slugOf).sort())
    const used = new Set(ofHungary().flatMap((record) => citations(record).map(({ source }) => source)))
    expect(SOURCES.map(slugOf).filter((slug) => !used.has(slug))).toEqual([])
  })

  test('say whether the title is printed, and withhold four addresses', () => {
    const found = SOURCES.map((key) => recordOf('source', slugOf(key)))
    expect(
      found
        .filter(({ title_is }) => title_is === 'described')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(DESCRIBED.map(slugOf).sort())
    expect(
      found
        .filter(({ address }) => address === null)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(ADDRESS_WITHHELD.map(slugOf).sort())
    expect(found.filter(({ address, address_withheld }) => (address === null) !== (address_withheld === true))).toEqual(
      [],
    )
  })

  test('no two share an address', () => {
    const addresses = seed.flatMap((record) => (record.record === 'source' ? (record.address ?? []) : []))
    const own = SOURCES.flatMap((key) => recordOf('source', slugOf(key)).address ?? [])
    expect(own.filter((address) => addresses.filter((other) => other === address).length > 1)).toEqual([])
  })

  test('a date that was inferred is cited as inferred', () => {
    const unsaid = ofHungary().flatMap((record) => {
      const dated = record.record === 'measure' ? record.steps : record.record === 'communication' ? [record] : []
      return dated
        .filter(({ on, cites }) => on?.includes('?') && cites.every(({ certainty }) => certainty !== 'inferred'))
        .map((item) => `${record.slug} ${'key' in item ? item.key : ''}`)
    })
    expect(unsaid).toEqual([])
  })

  test('nothing is quoted, and no provision is given in words that were only reported', () => {
    expect(
      ofHungary()
        .flatMap(citations)
        .filter(({ quotation }) => quotation),
    ).toEqual([])
    expect(measuresOfHungary().flatMap(({ provisions = [] }) => provisions.filter(({ wording }) => wording))).toEqual(
      [],
    )
  })
})

/** Every text of a value with its path, apart from the fields in `leave`. */
function said(value: unknown, leave: readonly string[], path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    leave.includes(key) ? [] : said(part, leave, path ? `${path}.${key}` : key),
  )
}

/** First names that are common in Hungary; with a capitalised word before or after, they look like a person's name. */
const FIRST =
  '(?:Ágnes|András|Anna|Attila|Balázs|Bence|Csaba|Dániel|Dávid|Dóra|Éva|Ferenc|Gábor|Gergely|György|Ildikó|István|János|József|Judit|Katalin|Klára|Kriszta|László|Márta|Máté|Miklós|Péter|Peter|Réka|Rita|Sándor|Tamás|Tibor|Viktor|Zoltán|Zsuzsa)'
const NAMES = [
  new RegExp(`(?<!\\p{L})${FIRST} \\p{Lu}\\p{Ll}+`, 'gu'),
  new RegExp(`\\p{Lu}\\p{Ll}+ ${FIRST}(?!\\p{L})`, 'gu'),
  /(?<!\p{L})(?:Mr|Ms|Mrs|Dr)\.? \p{Lu}\p{Ll}+/gu,
]
const namesIn = (text: string) => NAMES.flatMap((pattern) => text.match(pattern) ?? [])

/** Office-holders whom a printed title names, with the office in which they acted. */
const IN_TITLES: Record<string, string> = {
  'Kocsis Máté': 'leader of the Fidesz group',
  'Sulyok Tamás': 'President of the Republic',
  'Viktor Orbán': 'Prime Minister',
}

describe('persons', () => {
  test('a likely name is seen', () => {
    const text = 'Invented Péter and János Nobody met Ms. Personova; the National Assembly did not.'
    expect(namesIn(text).sort()).toEqual(['Invented Péter', 'János Nobody', 'Ms. Personova'])
  })

  test('three sponsors are named, each a member of the National Assembly', () => {
    const named = measuresOfHungary().flatMap(({ sponsors = [] }) => sponsors.filter(({ name }) => name))
    expect(named.map(({ name }) => name).sort()).toEqual(['Csaba Hende', 'János Halász', 'Máté Kocsis'])
    expect(named.filter(({ office }) => !office.startsWith('Member of the National Assembly'))).toEqual([])
  })

  test('stand nowhere else in what we write, not even office-holders', () => {
    const family = /(?<!\p{L})(?:Hende|Halász|Kocsis|Orbán|Sulyok|Áder|Magyar|Sargentini|Mijatovi[cć])(?!\p{L})/u
    const found = ofHungary().flatMap((record) =>
      record.record === 'source'
        ? []
        : said(record, ['name', 'source', 'address']).flatMap(({ path, text }) =>
            namesIn(text).length || family.test(text) ? [`${record.slug} ${path}: ${text}`] : [],
          ),
    )
    expect(found).toEqual([])
  })

  test('sources name office-holders only, and in printed titles only', () => {
    const found = ofHungary().flatMap((record) => {
      if (record.record !== 'source') return []
      const { slug, title, title_is, note = '', publisher } = record
      const ours = namesIn(`${note}. ${publisher}. ${title_is === 'described' ? title : ''}`)
      const printed = title_is === 'printed' ? namesIn(title).filter((name) => !(name in IN_TITLES)) : []
      return ours.length && !ours.every((name) => name in IN_TITLES)
        ? [`${slug}: ${ours}`]
        : printed.map((name) => `${slug}: ${name}`)
    })
    expect(found).toEqual([])
  })

  test('no address is the page of an author', () => {
    const addresses = SOURCES.flatMap((key) => recordOf('source', `hu-${key}`).address ?? [])
    expect(addresses.filter((address) => /\/authors?\//.test(address))).toEqual([])
  })

  test('names that are withheld stand in no file of Hungary', () => {
    const hash = (words: string) => createHash('sha256').update(words).digest('hex')
    /** SHA-256 of names in lower case, words joined by one space, so that they do not stand here either. */
    const WITHHELD = [
      '290a5e645ae60e006ef316e43f42ed304e6ad07712ef48651510a23bdaeb3233',
      '1ad016792c487d7ec7a30e793866bb8e9477e352e60132ab5e2084f9f9be7f11',
      '79cc5176fc718d8c278e05fb03f63358311c091e4c4fb480ba7e1e5fc4e868f3',
    ]
    const folder = join(SEED, 'hungary')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(15)
    for (const { name, parentPath } of files) {
      const words =
        readFileSync(join(parentPath, name), 'utf8')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      const hits = words.filter(
        (word, i) => WITHHELD.includes(hash(word)) || WITHHELD.includes(hash(`${word} ${words[i + 1]}`)),
      )
      expect(hits.length, name).toBe(0)
    }
  })
})

/** A measure's spans and quiet spans, read from its steps and from what newer measures do to it. */
function read(slug: string, counting: 'certain' | 'possible' = 'certain') {
  const steps = (measure: Measure): StatusStep[] =>
    measure.steps.map(({ key, stage, on, result, planned, until, stands_at }) => ({
      key,
      stage,
      on: parseEdtf(on),
      result,
      planned,
      until: until === undefined ? undefined : parseEdtf(until),
      stands_at,
    }))
  const influences = measuresOfHungary().flatMap((newer) =>
    (newer.relations ?? []).flatMap(({ type, to, intended }) =>
      to === slug && !intended && (type === 'replaces' || type === 'revives')
        ? (influenceOf(type, { measure: newer.slug, steps: steps(newer) }) ?? [])
        : [],
    ),
  )
  const measure = recordOf('measure', slug)
  const reading = readStatus(steps(measure), influences, counting)
  return { spans: reading.spans, quiet: quietSpans(reading, measure.checked_on) }
}

describe('status by the rules, worked out by hand', () => {
  type Row = [slug: string, day: string, status: Status | null, since?: string, rule?: Rule, step?: string]
  const TABLE: Row[] = [
    ['hu-transparency-law-2017', '2017-02-16', null],
    ['hu-transparency-law-2017', '2017-03-01', 'proposed', '2017-02-17', 'S1', 'announced-2017'],
    ['hu-transparency-law-2017', '2017-06-12', 'in_procedure', '2017-04-07', 'S2', 'introduced-2017'],
    ['hu-transparency-law-2017', '2018-06-06', 'adopted', '2017-06-13', 'S3', 'adopted-2017'],
    ['hu-transparency-law-2017', '2018-06-07', 'in_force', '2018-06-07', 'S7', 'in-force-confirmed-2018'],
    ['hu-transparency-law-2017', '2021-06-30', 'in_force', '2018-06-07', 'S7', 'in-force-confirmed-2018'],
    ['hu-transparency-law-2017', TODAY, 'ended', '2021-07-01', 'S11', 'repealed-2021'],
    ['hu-ngo-audit-law-2021', '2021-05-17', 'in_procedure', '2021-04-20', 'S2', 'introduced-2021'],
    ['hu-ngo-audit-law-2021', '2021-06-30', 'adopted', '2021-05-18', 'S3', 'adopted-2021'],
    ['hu-ngo-audit-law-2021', TODAY, 'in_force', '2021-07-01', 'S6', 'in-force-2021'],
    ['hu-stop-soros-first-package-2018', '2018-02-12', 'proposed', '2018-01-17', 'S1', 'announced-2018'],
    ['hu-stop-soros-first-package-2018', '2018-06-19', 'in_procedure', '2018-02-13', 'S2', 'introduced-2018'],
    ['hu-stop-soros-first-package-2018', TODAY, 'defeated', '2018-06-20', 'S16', 'adopted-2018'],
    ['hu-stop-soros-act-2018', '2018-05-30', null],
    ['hu-stop-soros-act-2018', '2018-06-19', 'in_procedure', '2018-05-31', 'S13', 'reported-2018'],
    ['hu-stop-soros-act-2018', '2019-02-27', 'adopted', '2018-06-20', 'S3', 'adopted-2018'],
    ['hu-stop-soros-act-2018', TODAY, 'in_force', '2019-02-28', 'S7', 'in-force-confirmed-2019'],
    ['hu-special-immigration-tax-2018', '2018-08-24', null],
    ['hu-special-immigration-tax-2018', TODAY, 'in_force', '2018-08-25', 'S6', 'in-force-2018'],
    ['hu-seventh-amendment-2018', '2018-10-14', 'adopted', '2018-06-20', 'S3', 'adopted-2018'],
    ['hu-seventh-amendment-2018', TODAY, 'in_force', '2018-10-15', 'S6', 'in-force-2018'],
    ['hu-child-protection-act-2021', '2021-06-14', 'in_procedure', '2021-06-10', 'S13', 'reported-2021'],
    ['hu-child-protection-act-2021', '2021-06-30', 'adopted', '2021-06-15', 'S3', 'adopted-2021'],
    ['hu-child-protection-act-2021', TODAY, 'in_force', '2021-07-01', 'S6', 'in-force-2021'],
    ['hu-sovereignty-protection-act-2023', '2023-12-11', 'in_procedure', '2023-11-21', 'S2', 'introduced-2023'],
    ['hu-sovereignty-protection-act-2023', '2023-12-22', 'adopted', '2023-12-12', 'S3', 'adopted-2023'],
    ['hu-sovereignty-protection-act-2023', TODAY, 'in_force', '2023-12-23', 'S6', 'in-force-2023'],
    ['hu-twelfth-amendment-2023', '2023-12-11', 'in_procedure', '2023-11-21', 'S2', 'introduced-2023'],
    ['hu-twelfth-amendment-2023', TODAY, 'adopted', '2023-12-12', 'S3', 'adopted-2023'],
    ['hu-transparency-public-life-bill-2025', '2025-05-12', null],
    ['hu-transparency-public-life-bill-2025', TODAY, 'in_procedure', '2025-05-13', 'S2', 'introduced-2025'],
    ['hu-assembly-law-pride-2025', '2025-03-16', null],
    ['hu-assembly-law-pride-2025', '2025-03-17', 'in_procedure', '2025-03-17', 'S2', 'introduced-2025'],
    ['hu-assembly-law-pride-2025', '2025-04-14', 'adopted', '2025-03-18', 'S3', 'adopted-2025'],
    ['hu-assembly-law-pride-2025', TODAY, 'in_force', '2025-04-15', 'S6', 'in-force-2025'],
    ['hu-fifteenth-amendment-2025', '2025-04-13', 'in_procedure', '2025-03-11', 'S2', 'introduced-2025'],
    ['hu-fifteenth-amendment-2025', TODAY, 'adopted', '2025-04-14', 'S3', 'adopted-2025'],
  ]

  test.each(TABLE)('%s on %s: %s', (slug, day, status, since, rule, step) => {
    const span = spanOn(read(slug).spans, day)
    if (status === null) expect(span).toBeNull()
    else expect(span).toMatchObject({ status, from: since, rule, basis: { step } })
  })

  test('each measure is worked out for today', () => {
    expect(TABLE.flatMap(([slug, day]) => (day === TODAY ? [slug] : [])).sort()).toEqual(Object.keys(ENTRIES).sort())
  })

  test('the law of 2017 was possibly in force from its signature', () => {
    expect(spanOn(read('hu-transparency-law-2017', 'possible').spans, '2017-06-16')?.status).toBe('in_force')
  })

  test('where the day of entry into force is a stretch or was only announced, the answer says so', () => {
    const today = (slug: string) => spanOn(read(slug).spans, TODAY)
    expect(today('hu-stop-soros-act-2018')).toMatchObject({ atTheLatest: true, asAnnounced: false })
    expect(today('hu-seventh-amendment-2018')).toMatchObject({ atTheLatest: false, asAnnounced: true })
  })

  test('the first package was defeated by the act that revived it', () => {
    expect(spanOn(read('hu-stop-soros-first-package-2018').spans, TODAY)?.basis.measure).toBe('hu-stop-soros-act-2018')
  })

  test('the bill of 2025 is dormant twelve months after it was put off; that it is on hold moved nothing', () => {
    expect(read('hu-transparency-public-life-bill-2025').quiet).toEqual([
      { from: '2026-06-04', until: null, kind: 'dormant', lastMovementOn: '2025-06-04' },
    ])
  })
})

describe('models abroad', () => {
  test('are told with who says so', () => {
    const models = measuresOfHungary().flatMap(({ slug, relations = [] }) =>
      relations.filter(({ type }) => type === 'inspired_by').map(({ to, note }) => ({ slug, to, told: Boolean(note) })),
    )
    expect(models).toEqual([
      { slug: 'hu-child-protection-act-2021', to: 'ru-gay-propaganda-2013', told: true },
      { slug: 'hu-transparency-law-2017', to: 'ru-foreign-agents-2012', told: true },
      { slug: 'hu-transparency-public-life-bill-2025', to: 'ru-foreign-agents-2012', told: true },
    ])
  })
})
