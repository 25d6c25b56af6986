import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Citation, Communication } from '../../api/contract/record.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import { readSeed } from '../../seed/load.ts'
import { type Arrival, DATED_EVENTS, LETTER_CONFLICTS, LETTERS, STATEMENTS } from './kyrgyzstan-communications-map.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))

let seed: AnyRecord[] = []
beforeAll(async () => {
  seed = await readSeed(SEED)
})

function recordOf<K extends AnyRecord['record']>(kind: K, slug: string): Extract<AnyRecord, { record: K }> {
  const found = seed.find((record) => record.record === kind && record.slug === slug)
  if (!found) throw new Error(`The seed has no ${kind} "${slug}".`)
  return found as Extract<AnyRecord, { record: K }>
}

const communication = (slug: string): Communication => recordOf('communication', slug)

/** The EDTF date of what a target of the map names; throws if it is not there. */
function dateOf(target: string): string | null {
  const [kind, name = ''] = target.split(' ')
  if (kind === 'communication') return communication(name).on
  if (kind === 'event') return recordOf('event', name).on
  const [slug = '', key] = name.split('#')
  const step = recordOf('measure', slug).steps.find((step) => step.key === key)
  if (!step) throw new Error(`The measure "${slug}" has no step "${key}".`)
  return step.on
}

/** Whether the date arrived as the facts have it, or, by the map, for a reason that it names. */
function arrivesOn({ date, to, because }: Arrival): void {
  for (const target of to) {
    if (because) expect(dateOf(target), target).not.toBe(date)
    else expect(dateOf(target), target).toBe(date)
  }
}

const entriesOf = (arrivals: Arrival[]) => arrivals.map(({ entry }) => entry)
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('every letter, statement and dated event of the facts has arrived', () => {
  test('the map holds 10 letters, 28 statements and 15 events', () => {
    expect(entriesOf(LETTERS)).toEqual(upTo(10))
    expect(entriesOf(STATEMENTS)).toEqual(upTo(28))
    expect(entriesOf(DATED_EVENTS)).toEqual(upTo(15))
  })

  test.each(LETTERS)('letter $entry, $reference', ({ reference, ...arrival }) => {
    expect(arrival.to).toHaveLength(1)
    arrivesOn(arrival)
    const letter = communication(arrival.to[0]?.split(' ')[1] ?? '')
    expect(letter).toMatchObject({ kind: 'letter', reference, deadline: expect.anything(), reply: expect.anything() })
  })

  test.each(STATEMENTS)('statement $entry', (arrival) => {
    expect(arrival.to).toHaveLength(1)
    arrivesOn(arrival)
    const statement = communication(arrival.to[0]?.split(' ')[1] ?? '')
    expect(statement.kind).not.toBe('letter')
    expect(statement.about).not.toEqual([])
  })

  test('no letter or statement stands in the seed that the facts do not have', () => {
    const mapped = [...LETTERS, ...STATEMENTS].flatMap(({ to }) => to).sort()
    const seeded = seed.filter((record) => record.record === 'communication' && record.jurisdiction === 'kg')
    expect(seeded.map(({ slug }) => `communication ${slug}`).sort()).toEqual(mapped)
  })

  test.each(DATED_EVENTS)('event $entry, $date', ({ date, to, because }) => {
    if (because) expect(to).toEqual([])
    else expect(to).not.toEqual([])
    for (const target of to) {
      const on = dateOf(target)
      if (target.startsWith('event ')) expect(on).toBe(date)
      else expect(parseEdtf(on ?? '').earliest?.slice(0, 4), target).toBe(date)
    }
  })

  test.each(LETTER_CONFLICTS)('conflict: $conflict', ({ to }) => {
    expect(to).not.toEqual([])
    for (const target of to) {
      const [kind, where = '', ...rest] = target.split(' ')
      const name = rest.join(' ')
      const [slug = '', part] = where.split('#')
      const letter = communication(slug)
      if (kind === 'reference') {
        expect(
          letter.cited_as?.map(({ cited_as }) => cited_as),
          target,
        ).toContain(name)
      } else {
        const reply = letter.reply?.state === 'not_known' ? undefined : letter.reply?.disagreements
        const held = part === 'reply' ? reply : letter.disagreements
        expect(
          held?.map(({ field }) => field),
          target,
        ).toContain(name)
      }
    }
  })
})

describe('the ten letters', () => {
  const unknown = { days: null, basis: 'unknown' }
  const silent = { state: 'none', as_of: '2021-07-15' }

  /** By slug: the day, the deadline, and what the sources vouch for about a reply. */
  const TABLE: [slug: string, on: string, deadline: object, reply: object][] = [
    ['kgz-2-2013', '2013-09-30', unknown, { state: 'received', on: '2013-11-22' }],
    ['kgz-1-2014', '2014-05-06', unknown, { state: 'received', on: '2015-04-21' }],
    ['kgz-5-2014', '2014-09-23', unknown, silent],
    ['kgz-2-2015', '2015-07-30', unknown, silent],
    ['kgz-1-2020', '2020-03-09', unknown, silent],
    ['al-kgz-2-2021', '2021-07-15', { days: 60, basis: 'stated_in_letter' }, { state: 'not_known' }],
    ['joint-letter-ngo-law-2022', '2022-01', unknown, { state: 'not_known' }],
    ['ol-kgz-3-2023', '2023-06-20', unknown, { state: 'not_known' }],
    ['joint-letter-foreign-representatives-2023', '2023?', unknown, { state: 'not_known' }],
    ['al-kgz-1-2024', '[2024-01-01?..2024-03-15]', unknown, { state: 'not_known' }],
  ]

  test('are all letters of the seed to Kyrgyzstan', () => {
    const letters = seed.filter(
      (record) => record.record === 'communication' && record.jurisdiction === 'kg' && record.kind === 'letter',
    )
    expect(letters.map(({ slug }) => slug).sort()).toEqual(TABLE.map(([slug]) => slug).sort())
  })

  test.each(TABLE)('%s of %s: deadline and reply as the sources vouch', (slug, on, deadline, reply) => {
    expect(communication(slug)).toMatchObject({ on, deadline, reply })
  })
})

/** Every citation anywhere in a value. */
function citations(value: unknown): Citation[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'source' in value && 'certainty' in value ? [value as Citation] : []
  return [...own, ...Object.values(value).flatMap(citations)]
}

const ofKyrgyzstan = () => seed.filter((record) => 'jurisdiction' in record && record.jurisdiction === 'kg')

describe('what is alleged stays alleged', () => {
  const LETTER = 'al-kgz-2-2021'

  test('the nine events that the letter tells of', () => {
    const events = seed.filter((record) => record.record === 'event' && record.jurisdiction === 'kg')
    expect(events).toHaveLength(9)
    expect(events.flatMap(citations)).toEqual(
      events.map(() => expect.objectContaining({ source: LETTER, certainty: 'alleged' })),
    )
  })

  test('what the letter was told of the seven measures, and fears of them', () => {
    const told = communication(LETTER).about.flatMap(citations)
    const feared = seed.flatMap((record) =>
      record.record === 'measure'
        ? (record.impacts ?? []).filter(
            ({ said_by }) => said_by.voice === 'communication' && said_by.communication === LETTER,
          )
        : [],
    )
    expect(feared.length).toBeGreaterThanOrEqual(7)
    for (const { certainty } of [...told, ...feared.flatMap(citations)]) expect(certainty).toBe('alleged')
  })
})

describe('words of others', () => {
  test('only the letter is quoted', () => {
    const quoted = ofKyrgyzstan()
      .flatMap(citations)
      .filter(({ quotation }) => quotation)
    expect(quoted.length).toBeGreaterThan(0)
    expect(quoted.filter(({ source }) => source !== 'al-kgz-2-2021')).toEqual([])
  })

  test('no provision is given in words that were only reported', () => {
    const worded = ofKyrgyzstan().flatMap((record) =>
      record.record === 'measure' ? (record.provisions ?? []).filter(({ wording }) => wording) : [],
    )
    expect(worded).toEqual([])
  })
})

describe('the letter AL KGZ 2/2021', () => {
  const LETTER = 'al-kgz-2-2021'

  test('comes from four mandates under four resolutions, each with its holder', () => {
    const { from } = communication(LETTER)
    expect(from.map(({ mandate, resolution }) => [mandate, resolution])).toEqual([
      ['sr-human-rights-defenders', '43/16'],
      ['sr-freedom-of-expression', '43/4'],
      ['sr-assembly-association', '41/12'],
      ['ie-sexual-orientation-gender-identity', '41/18'],
    ])
    expect(from.filter(({ holder }) => holder)).toHaveLength(4)
    for (const { mandate = '', resolution = '' } of from) {
      const { resolutions = [] } = recordOf('mandate', mandate)
      const renewed = resolutions.find(({ symbol }) => symbol === resolution)
      expect(renewed?.cites.map(({ source }) => source)).toEqual([LETTER])
    }
  })

  test('is about seven measures', () => {
    expect(communication(LETTER).about.map(({ measure }) => measure)).toEqual([
      'gay-propaganda-bill-2014',
      'foreign-agents-bill-2013-2016',
      'constitutional-amendments-2016',
      'ngo-financial-reporting-2019-2021',
      'child-harmful-information-draft-2019',
      'manipulating-information-2020-2021',
      'constitution-2021',
    ])
  })

  test('asks six questions and an answer within 60 days; whether one came is not known', () => {
    const { questions = [], deadline, reply } = communication(LETTER)
    expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(deadline).toMatchObject({ days: 60, basis: 'stated_in_letter', cites: [{ source: LETTER }] })
    expect(reply?.state).toBe('not_known')
  })

  test('names five earlier letters, two answered and three without an answer to that day', () => {
    const { earlier = [] } = communication(LETTER)
    const found = earlier.map(({ cited_as, on, resolved_to }) => {
      const letter = communication(resolved_to ?? '')
      expect(letter).toMatchObject({ reference: cited_as, on })
      return [cited_as, letter.reply?.state === 'none' ? `none as of ${letter.reply.as_of}` : letter.reply?.state]
    })
    expect(found).toEqual([
      ['KGZ 1/2020', 'none as of 2021-07-15'],
      ['KGZ 2/2015', 'none as of 2021-07-15'],
      ['KGZ 5/2014', 'none as of 2021-07-15'],
      ['KGZ 1/2014', 'received'],
      ['KGZ 2/2013', 'received'],
    ])
  })

  test('refers to the articles and documents that a careful reader finds in it', () => {
    const references = (communication(LETTER).legal_references ?? []).map(({ instrument, article, paragraphs }) => {
      const { symbol } = recordOf('instrument', instrument)
      return [symbol ?? instrument, article ?? paragraphs].filter((part) => part !== undefined).join(' ')
    })
    expect(references).toEqual([
      'iccpr 9',
      'iccpr 17',
      'iccpr 19',
      'iccpr 21',
      'iccpr 22',
      'iccpr 2 (1)',
      'hrd-declaration 1',
      'hrd-declaration 2',
      'hrd-declaration 5 (a)',
      'hrd-declaration 5 (b)',
      'hrd-declaration 6 (a)',
      'hrd-declaration 6 (b)',
      'hrd-declaration 6 (c)',
      'hrd-declaration 9 (1)',
      'hrd-declaration 12 (2)',
      'hrd-declaration 12 (3)',
      'constitution-kg-2021 10 (4)',
      // Also the eighteenth reference of the text: "General Comment No. 31".
      'CCPR/C/21/Rev.1/Add.13 8, 18',
      'CCPR/C/GC/35 3',
      'A/HRC/29/23',
      'A/HRC/19/41',
      'A/HRC/RES/17/19',
      'A/HRC/RES/27/32',
      'A/HRC/RES/32/2',
      'A/75/165',
      'A/HRC/46/35',
      'A/70/217 65-66, 93',
    ])
  })

  test('vouches for the accession to the Covenant and the adoption of the Declaration', () => {
    expect(recordOf('instrument', 'iccpr').parties).toMatchObject([
      { jurisdiction: 'kg', action: 'accession', on: '1994-10-07', cites: [{ source: LETTER }] },
    ])
    expect(recordOf('instrument', 'hrd-declaration').on).toBe('1998-12-09')
  })

  test('has no public address', () => {
    expect(recordOf('source', LETTER)).toMatchObject({ address: null, title_is: 'described' })
  })
})

describe('where sources disagree about letters', () => {
  test('the letter of January 2022 keeps both of its dates, and a reference that leads nowhere', () => {
    const { on, reference, cited_as, disagreements } = communication('joint-letter-ngo-law-2022')
    expect({ on, reference }).toEqual({ on: '2022-01', reference: null })
    expect(cited_as).toMatchObject([{ cited_as: 'KGZ 1/2020', resolved_to: null, on: '2022-01' }])
    expect(disagreements).toHaveLength(1)
    expect(disagreements?.[0]?.claims).toMatchObject([
      { value: '2022-01', preferred: true, cites: [{ source: 'un_248422' }] },
      { value: '2021-01-06', cites: [{ source: 'srd_2022' }] },
    ])
  })

  test('the same reference leads to the letter of March 2020 where that is meant', () => {
    expect(communication('kgz-1-2020').cited_as).toMatchObject([
      { cited_as: 'KGZ 1/2020', resolved_to: 'kgz-1-2020', on: '2020-03' },
    ])
  })

  test('the reply to KGZ 1/2014 keeps the older report that knew of none', () => {
    const { reply } = communication('kgz-1-2014')
    expect(reply).toMatchObject({
      state: 'received',
      on: '2015-04-21',
      disagreements: [
        {
          field: 'reply',
          claims: [{ preferred: true }, { value: 'None by 4 March 2015', cites: [{ source: 'icj_srhrd_2015' }] }],
        },
      ],
    })
  })
})

describe('names that are withheld', () => {
  const hash = (words: string) => createHash('sha256').update(words).digest('hex')

  /** SHA-256 of the names, lower case, words joined by one space, so that they do not stand here either. */
  const WITHHELD = [
    '4ff1f427d4aaf647ddfaade52b465bacd6bd0c5b49a12588a42f3b758a9b934f',
    '037b5c26e8bda1a897ced00668f46ae8529901fe9bd3c38185a5f18bd675f613',
    'e6c63a690e097d694866ae93785a0b5ca6207ea34e52601e8cd1ac2918220a8f',
    '101a78495f55723b1e7d79034fb13a3c05606887f5daf2236a8f90a48c191491',
  ]

  /** Where a withheld name stands: each word of the text, and each two that follow one another, by their hash. */
  function withheldIn(text: string, names: readonly string[]): number[] {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return words.flatMap((word, i) =>
      names.includes(hash(word)) || names.includes(hash(`${word} ${words[i + 1]}`)) ? [i] : [],
    )
  }

  test('are found however they are spaced or capitalised', () => {
    const invented = [hash('invented society'), hash('inventedsociety')]
    expect(withheldIn('We met the Invented\n  SOCIETY, see http://inventedsociety.example', invented)).toEqual([3, 7])
    expect(withheldIn('An invented, but otherwise open society', invented)).toEqual([])
  })

  test('stand in no file of the seed', () => {
    const files = readdirSync(SEED, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name)).toContain('al-kgz-2-2021.yaml')
    for (const { name, parentPath } of files)
      expect(withheldIn(readFileSync(join(parentPath, name), 'utf8'), WITHHELD), name).toEqual([])
  })
})
