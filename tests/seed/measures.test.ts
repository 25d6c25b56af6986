import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Communication, Disagreement, Measure, Step } from '../../api/contract/record.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { Severity } from '../../db/vocabulary/lists.ts'
import { readSeed } from '../../seed/load.ts'
import { CLAIMS } from './kyrgyzstan-claims.ts'
import { LETTER_CONFLICTS } from './kyrgyzstan-communications-map.ts'
import { FACTS } from './kyrgyzstan-measures-dates.ts'
import { CONFLICTS as CONFLICTS_1, MAP as MAP_1 } from './kyrgyzstan-measures-map-1.ts'
import { CONFLICTS as CONFLICTS_2, MAP as MAP_2 } from './kyrgyzstan-measures-map-2.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))

/** The measures of the first collection of facts on Kyrgyzstan, with the number of entries that each has there. */
const ENTRIES: [measure: string, entries: number][] = [
  ['gay-propaganda-bill-2014', 11],
  ['foreign-agents-bill-2013-2016', 11],
  ['justice-ministry-nonprofit-amendments-2014', 1],
  ['constitutional-amendments-2016', 8],
  ['ngo-financial-reporting-2019-2021', 9],
  ['child-harmful-information-draft-2019', 2],
  ['manipulating-information-2020-2021', 8],
  ['constitution-2021', 12],
  ['foreign-representatives-law-2022-2024', 22],
  ['child-protection-information-amendments-2023', 4],
  ['mass-media-law-2022-2025', 14],
  ['false-information-fines-2025', 3],
  ['defamation-insult-fines-2024-2025', 6],
  ['bishkek-assembly-bans-2022-2026', 12],
  ['trade-unions-bill-2019-2022', 4],
  ['reporting-extension-2025', 1],
  ['online-pornography-ban-2025', 1],
  ['international-internet-traffic-monopoly-2025', 2],
  ['presidential-ngo-draft-2022', 2],
]

const MAP = { ...MAP_1, ...MAP_2 }
const CONFLICTS = [...CONFLICTS_1, ...CONFLICTS_2, ...LETTER_CONFLICTS]

let measures: Map<string, Measure>
let communications: Map<string, Communication>
let families: Extract<AnyRecord, { record: 'family' }>[]
beforeAll(async () => {
  const seed = await readSeed(SEED)
  measures = new Map(seed.flatMap((record) => (record.record === 'measure' ? [[record.slug, record]] : [])))
  communications = new Map(seed.flatMap((record) => (record.record === 'communication' ? [[record.slug, record]] : [])))
  families = seed.filter((record) => record.record === 'family')
})

function measureOf(slug: string): Measure {
  const measure = measures.get(slug)
  if (!measure) throw new Error(`The seed has no measure "${slug}".`)
  return measure
}

/** The disagreements that stand on a record, or on the step, provision or reply that `part` names. */
function disagreementsOf(slug: string, part: string | undefined): Disagreement[] {
  const communication = communications.get(slug)
  if (communication) {
    if (part === undefined) return communication.disagreements ?? []
    const { reply } = communication
    return part === 'reply' && reply && reply.state !== 'not_known' ? (reply.disagreements ?? []) : []
  }
  const measure = measureOf(slug)
  if (part === undefined) return measure.disagreements ?? []
  return [...measure.steps, ...(measure.provisions ?? [])].find(({ key }) => key === part)?.disagreements ?? []
}

/** The disagreement that a target such as "disagreement measure#key field" names; undefined if it is not there. */
function disagreementAt(target: string): Disagreement | undefined {
  const [, where = '', field] = target.split(' ')
  const [slug = '', part] = where.split('#')
  return disagreementsOf(slug, part).find((disagreement) => disagreement.field === field)
}

/** Whether the seed holds what a target of the maps names. */
function holds(target: string): boolean {
  const [kind, where = '', type] = target.split(' ')
  if (kind === 'communication') return communications.has(where)
  if (kind === 'disagreement') return disagreementAt(target) !== undefined
  if (kind === 'relation') {
    const [newer = '', older] = where.split('->')
    return measureOf(newer).relations?.some((relation) => relation.to === older && relation.type === type) ?? false
  }
  const [slug = '', key] = where.split('#')
  return (kind === 'step' || kind === 'measure') && measureOf(slug).steps.some((step) => step.key === key)
}

describe('every entry of the facts on the nineteen measures has arrived', () => {
  test('the maps hold 133 entries, each measure in one of them', () => {
    expect(Object.values(MAP).flat()).toHaveLength(133)
    expect(Object.keys(MAP_1).filter((measure) => measure in MAP_2)).toEqual([])
    expect(Object.keys(MAP).sort()).toEqual(ENTRIES.map(([measure]) => measure).sort())
  })

  test.each(ENTRIES)('%s: %i entries, none left out', (measure, entries) => {
    expect(measures.has(measure)).toBe(true)
    expect(MAP[measure]?.map(({ entry }) => entry)).toEqual(Array.from({ length: entries }, (_, i) => i))
  })

  test.each(ENTRIES)('%s: each entry is where the map says', (measure) => {
    const targets = MAP[measure]?.flatMap(({ entry, to }) => (to.length ? to : [`nothing for entry ${entry}`])) ?? []
    expect(targets.filter((target) => !holds(target))).toEqual([])
  })

  test('an entry that went to another measure says so', () => {
    const told = Object.entries(MAP).flatMap(([measure, arrivals]) =>
      arrivals
        .flatMap(({ to }) => to)
        .flatMap((target) => {
          const [kind, where = ''] = target.split(' ')
          const own = where.startsWith(`${measure}#`)
          return (kind === 'step' && !own) || (kind === 'measure' && own) ? [target] : []
        }),
    )
    expect(told).toEqual([])
  })
})

/** The steps that an entry arrived in, in its own measure or in another. */
function stepsOf(measure: string, entry: number): Step[] {
  return (MAP[measure]?.[entry]?.to ?? []).flatMap((target) => {
    const [kind, where = ''] = target.split(' ')
    if (kind !== 'step' && kind !== 'measure') return []
    const [slug = '', key] = where.split('#')
    return measureOf(slug).steps.filter((step) => step.key === key)
  })
}

/** Whether two dates have a day in common. */
function meet(one: string, other: string): boolean {
  const [a, b] = [parseEdtf(one), parseEdtf(other)]
  return (a.earliest ?? '') <= (b.latest ?? '9999') && (b.earliest ?? '') <= (a.latest ?? '9999')
}

describe('each step has the date and the vote that the facts give', () => {
  test.each(ENTRIES)('%s: %i entries', (measure, entries) => {
    const facts = FACTS[measure] ?? []
    expect(facts).toHaveLength(entries)
    facts.forEach(({ date, vote, because }, entry) => {
      const steps = stepsOf(measure, entry)
      const says = `${measure} ${entry}`
      if (because) {
        expect(
          steps.filter(({ on }) => on !== date),
          says,
        ).not.toEqual([])
        expect(
          steps.filter(({ on }) => !meet(on, date)),
          says,
        ).toEqual([])
      } else {
        expect(
          steps.filter(({ on }) => on !== date),
          says,
        ).toEqual([])
      }
      if (vote) {
        expect(
          steps.map((step) => step.vote),
          says,
        ).toContainEqual(expect.objectContaining(vote))
      }
    })
  })
})

/** The words of the criteria that a reason can rest on. */
const CRITERIA: Record<Severity, RegExp> = {
  severe: /imprison|prison|dissol|clos|block|blanket ban|lose the right|loss of|surveillance/,
  serious: /penalty|licence|permission|registration|label|register|ceiling|removal|identification/,
  limited: /report|publish|formality|fee|delay/,
}

describe('severity', () => {
  test('rests on a criterion of its level and on the clause, which the reason names', () => {
    const astray = [...measures.values()].flatMap(({ slug, jurisdiction, impacts = [], provisions = [] }) =>
      (jurisdiction === 'kg' ? impacts : []).flatMap(({ key, provision, severity, severity_reason = '' }) => {
        if (severity === null) return severity_reason ? [`${slug} ${key}: a reason without severity`] : []
        const label = provisions.find((found) => found.key === provision)?.label ?? ''
        const clause = (text: string) => text.match(/[\p{L}\p{N}-]+/u)?.[0].toLowerCase()
        return label && clause(label) === clause(severity_reason) && CRITERIA[severity].test(severity_reason)
          ? []
          : [`${slug} ${key}: ${severity_reason}`]
      }),
    )
    expect(astray).toEqual([])
  })

  test('is left empty for Article 10 (4), whose final wording nobody has seen', () => {
    const found = measureOf('constitution-2021').impacts?.filter(({ provision }) => provision === 'article-10-4')
    expect(found?.map(({ severity }) => severity)).toEqual([null, null, null])
  })
})

describe('what sources disagree about is kept, with every claim', () => {
  test('24 conflicts of the facts are mapped, each once', () => {
    expect(new Set(CONFLICTS.map(({ conflict }) => conflict)).size).toBe(24)
    expect(CONFLICTS).toHaveLength(24)
  })

  test.each(CONFLICTS)('$conflict', ({ to }) => {
    const disagreements = to.filter((target) => target.startsWith('disagreement '))
    expect(disagreements).not.toEqual([])
    for (const target of disagreements) {
      const claims = disagreementAt(target)?.claims ?? []
      expect(claims.length, target).toBeGreaterThanOrEqual(2)
      expect(
        claims.filter((claim) => claim.preferred),
        target,
      ).toHaveLength(1)
      expect(new Set(claims.map(({ value }) => value)).size, target).toBe(claims.length)
    }
  })

  test.each(CLAIMS)('$conflict every source and every value', ({ conflict, sources, values }) => {
    const { to } = CONFLICTS.find((mapped) => mapped.conflict === conflict) ?? { to: [] }
    const claims = to.flatMap((target) => disagreementAt(target)?.claims ?? [])
    expect(claims.map(({ value }) => value)).toEqual(values)
    const references = to.flatMap((target) => {
      const [kind, slug = '', ...words] = target.split(' ')
      const all = communications.get(slug)?.cited_as ?? []
      return kind === 'reference' ? all.filter(({ cited_as }) => cited_as === words.join(' ')) : []
    })
    const cited = [...claims, ...references].flatMap(({ cites }) => cites.map(({ source }) => source))
    expect(sources.filter((source) => !cited.includes(source))).toEqual([])
  })

  test('the number of initiators of the “foreign representatives” bill is told in all four ways', () => {
    const told = disagreementAt('disagreement foreign-representatives-law-2022-2024 sponsors')
    expect(told?.claims.map(({ value }) => value).sort()).toEqual(['25', '32', '33', '39'])
  })
})

describe('each statement about a measure has its source', () => {
  test('every step, provision, impact and relation is cited', () => {
    const bare = [...measures.values()].flatMap((measure) => [
      ...measure.steps.filter(({ cites }) => !cites.length).map(({ key }) => `${measure.slug} step ${key}`),
      ...(measure.provisions ?? [])
        .filter(({ cites }) => !cites.length)
        .map(({ key }) => `${measure.slug} provision ${key}`),
      ...(measure.impacts ?? []).filter(({ cites }) => !cites.length).map(({ key }) => `${measure.slug} impact ${key}`),
      ...(measure.relations ?? []).filter(({ cites }) => !cites.length).map(({ type }) => `${measure.slug} ${type}`),
    ])
    expect(bare).toEqual([])
  })

  test('a day or a year that was inferred is cited as inferred', () => {
    const unsaid = [...measures.values()].flatMap(({ slug, steps }) =>
      steps
        .filter(({ on, cites }) => on.includes('?') && cites.every(({ certainty }) => certainty !== 'inferred'))
        .map(({ key }) => `${slug} ${key}`),
    )
    expect(unsaid).toEqual([])
  })

  test('an impact that a letter or statement speaks of is in what that letter or statement is about', () => {
    const astray = [...measures.values()].flatMap(({ slug, impacts = [] }) =>
      impacts.flatMap(({ key, said_by }) => {
        if (said_by.voice !== 'communication') return []
        const { about } = communications.get(said_by.communication) ?? { about: [] }
        return about.some(({ measure }) => measure === slug) ? [] : [`${slug} ${key} by ${said_by.communication}`]
      }),
    )
    expect(astray).toEqual([])
  })
})

describe('texts and what stands in them', () => {
  const textsOf = (measure: string, provision: string) =>
    measureOf(measure).provisions?.find(({ key }) => key === provision)?.texts

  test('the article of the Criminal Code stands only in the “foreign representatives” bill as introduced', () => {
    expect(textsOf('foreign-representatives-law-2022-2024', 'criminal-article')).toEqual(['bill-2023'])
    expect(measureOf('foreign-representatives-law-2022-2024').texts?.find(({ current }) => current)?.key).toBe(
      'law-2024',
    )
  })

  test('registration is free to choose in the compromise on the media law and compulsory in the law', () => {
    expect(textsOf('mass-media-law-2022-2025', 'registration-compromise')).toEqual(['draft-6'])
    expect(textsOf('mass-media-law-2022-2025', 'registration')).toEqual(['law-2025'])
  })
})

describe('families', () => {
  test('the idea of “foreign agents” joins measures of seven States and an entity', () => {
    const members = families.find(({ slug }) => slug === 'ngo-control')?.members ?? []
    const places = new Set(members.map((slug) => measureOf(slug).jurisdiction))
    expect([...places].sort()).toEqual(['ba-srp', 'bg', 'ge', 'hu', 'kg', 'kz', 'ru', 'sk'])
  })

  test('no measure is in two', () => {
    const members = families.flatMap(({ members }) => members)
    expect(members.filter((slug, i) => members.indexOf(slug) < i)).toEqual([])
  })

  test('the newer measure revives, completes or carries on the older one of its family', () => {
    const relations = [
      ['foreign-representatives-law-2022-2024', 'revives', 'foreign-agents-bill-2013-2016'],
      ['cabinet-resolution-518-2024', 'implements', 'foreign-representatives-law-2022-2024'],
      ['false-information-fines-2025', 'implements', 'manipulating-information-2020-2021'],
      ['child-protection-information-amendments-2023', 'revives', 'child-harmful-information-draft-2019'],
      ['reporting-extension-2025', 'companion', 'ngo-financial-reporting-2019-2021'],
      ['justice-ministry-nonprofit-amendments-2014', 'companion', 'foreign-agents-bill-2013-2016'],
      ['foreign-representatives-law-2022-2024', 'companion', 'presidential-ngo-draft-2022'],
      ['constitution-2021', 'replaces', 'constitutional-amendments-2016'],
    ] as const
    for (const [newer, type, older] of relations) {
      expect(holds(`relation ${newer}->${older} ${type}`), `${newer} ${type} ${older}`).toBe(true)
      expect(families.filter(({ members }) => members.includes(newer) && members.includes(older))).toHaveLength(1)
    }
  })

  test('who says that a law abroad was the model is told', () => {
    const models = [...measures.values()].flatMap(({ slug, jurisdiction, relations = [] }) =>
      jurisdiction === 'kg'
        ? relations.filter(({ type }) => type === 'inspired_by').map((found) => ({ slug, found }))
        : [],
    )
    expect(models.map(({ slug }) => slug).sort()).toEqual([
      'foreign-agents-bill-2013-2016',
      'foreign-representatives-law-2022-2024',
      'mass-media-law-2022-2025',
      'ngo-financial-reporting-2019-2021',
    ])
    expect(models.filter(({ found }) => !found.note)).toEqual([])
  })
})

test('what is said to come from the Russian law of 2012 leads to that law, which is on record', () => {
  for (const slug of ['foreign-agents-bill-2013-2016', 'foreign-representatives-law-2022-2024'])
    expect(measureOf(slug).relations).toContainEqual(
      expect.objectContaining({ type: 'inspired_by', to: 'ru-foreign-agents-2012' }),
    )
  const outside = [...measures.values()].flatMap(({ relations = [] }) => relations.flatMap((one) => one.outside ?? []))
  expect(outside.length).toBeGreaterThan(5)
  expect(outside.filter((said) => /russia/i.test(said) && /foreign.agent/i.test(said))).toEqual([])
})

test('of one measure no right is on record, because no source that was read names one', () => {
  expect([...measures.values()].filter(({ impacts = [] }) => impacts.length === 0).map(({ slug }) => slug)).toEqual([
    'referendum-form-of-government-2021',
  ])
})
