import { describe, expect, test } from 'vitest'
import { FACTS } from './georgia-map.ts'
import { SOURCES } from './georgia-sources.ts'
import { checkState } from './state-facts.ts'

const seed = checkState('Georgia', FACTS)

describe('Georgia: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['foreign-influence-bill-2023', '2023-02-13', null],
    ['foreign-influence-bill-2023', '2023-02-26', 'proposed S1 since 2023-02-14 by drafted-2023'],
    ['foreign-influence-bill-2023', '2023-03-09', 'in_procedure S2 since 2023-02-27 by introduced-2023, at the latest'],
    ['foreign-influence-bill-2023', '2026-11-23', 'defeated S12 since 2023-03-10 by rejected-2023'],
    ['foreign-agents-registration-bill-2023', '2023-03-09', 'in_procedure S2 since 2023-02-27 by introduced-2023'],
    ['foreign-agents-registration-bill-2023', '2026-11-23', 'defeated S12 since 2023-03-10 by withdrawn-2023'],
    // Both readings may be of the last day of October, so the bill is certain to be adopted, and no less, from then.
    ['assemblies-temporary-structures-bill-2023', '2023-10-30', null],
    [
      'assemblies-temporary-structures-bill-2023',
      '2023-10-31',
      'adopted S3 since 2023-10-31 by adopted-2023, at the latest',
    ],
    [
      'assemblies-temporary-structures-bill-2023',
      '2026-11-23',
      'returned S4 since 2023-12-31 by returned-2023, at the latest',
    ],
    ['foreign-influence-law-2024', '2024-04-07', 'proposed S1 since 2024-04-03 by announced-2024'],
    ['foreign-influence-law-2024', '2024-05-13', 'in_procedure S2 since 2024-04-08 by introduced-2024'],
    ['foreign-influence-law-2024', '2024-05-17', 'adopted S3 since 2024-05-14 by adopted-2024'],
    // The committee that takes the veto up puts the law back in procedure.
    ['foreign-influence-law-2024', '2024-05-26', 'returned S4 since 2024-05-18 by returned-2024'],
    ['foreign-influence-law-2024', '2024-05-27', 'in_procedure S2 since 2024-05-27 by committee-2024-05-27'],
    ['foreign-influence-law-2024', '2024-06-03', 'adopted S3 since 2024-05-28 by readopted-2024'],
    ['foreign-influence-law-2024', '2026-11-23', 'in_force S6 since 2024-06-04 by in-force-2024, at the latest'],
    ['constitutional-family-values-draft-2024', '2024-04-02', 'proposed S1 since 2024-03-25 by announced-2024'],
    ['constitutional-family-values-draft-2024', '2026-11-23', 'in_procedure S2 since 2024-04-03 by introduced-2024'],
    ['family-values-law-2024', '2024-09-16', 'in_procedure S2 since 2024-06-04 by introduced-2024'],
    // Unsigned and without remarks is no return.
    ['family-values-law-2024', '2024-10-02', 'adopted S3 since 2024-09-17 by adopted-2024'],
    ['family-values-law-2024', '2024-12-30', 'adopted S3 since 2024-09-17 by adopted-2024'],
    ['family-values-law-2024', '2026-11-23', 'in_force S6 since 2024-12-31 by in-force-2024, at the latest'],
    ['assemblies-offences-amendments-2024-12', '2024-12-12', 'proposed S1 since 2024-12-08 by announced-2024'],
    ['assemblies-offences-amendments-2024-12', '2024-12-28', 'adopted S3 since 2024-12-13 by adopted-2024'],
    ['assemblies-offences-amendments-2024-12', '2026-11-23', 'in_force S6 since 2024-12-29 by in-force-2024'],
    [
      'assemblies-offences-criminal-amendments-2025-02',
      '2025-02-05',
      'in_procedure S2 since 2025-02-03 by introduced-2025',
    ],
    ['assemblies-offences-criminal-amendments-2025-02', '2026-11-23', 'adopted S3 since 2025-02-06 by adopted-2025'],
    ['grants-state-agency-amendments-2025-02', '2025-02-19', 'in_procedure S2 since 2025-02-18 by first-reading-2025'],
    ['grants-state-agency-amendments-2025-02', '2026-11-23', 'adopted S3 since 2025-02-20 by adopted-2025'],
    ['foreign-agents-registration-act-2025', '2025-02-23', 'proposed S1 since 2025-02-05 by announced-2025'],
    ['foreign-agents-registration-act-2025', '2025-03-31', 'in_procedure S2 since 2025-02-24 by introduced-2025'],
    ['foreign-agents-registration-act-2025', '2025-05-30', 'adopted S3 since 2025-04-01 by adopted-2025'],
    ['foreign-agents-registration-act-2025', '2026-11-23', 'in_force S6 since 2025-05-31 by in-force-2025'],
    ['broadcasting-amendments-2025', '2025-03-31', 'in_procedure S2 since 2025-02-24 by introduced-2025'],
    ['broadcasting-amendments-2025', '2026-11-23', 'adopted S3 since 2025-04-01 by adopted-2025'],
    ['criminal-code-treason-2025', '2025-03-31', 'in_procedure S2 since 2025-03-03 by committee-2025'],
    ['criminal-code-treason-2025', '2026-11-23', 'adopted S3 since 2025-04-01 by adopted-2025'],
    ['gender-terms-removal-2025', '2025-03-03', null],
    ['gender-terms-removal-2025', '2026-11-23', 'adopted S3 since 2025-04-01 by adopted-2025'],
    ['parliament-rules-cso-amendments-2025', '2025-03-31', 'in_procedure S2 since 2025-03-04 by first-reading-2025'],
    ['parliament-rules-cso-amendments-2025', '2026-11-23', 'adopted S3 since 2025-04-01 by adopted-2025'],
    ['grants-amendments-2025-04', '2025-04-15', 'in_procedure S2 since 2025-04-07 by introduced-2025'],
    ['grants-amendments-2025-04', '2025-04-29', 'adopted S3 since 2025-04-16 by adopted-2025'],
    ['grants-amendments-2025-04', '2026-11-23', 'in_force S6 since 2025-04-30 by in-force-2025, at the latest'],
    ['grants-amendments-2025-06', '2025-06-11', 'in_procedure S2 since 2025-05-21 by introduced-2025'],
    ['grants-amendments-2025-06', '2026-11-23', 'adopted S3 since 2025-06-12 by adopted-2025'],
    ['assemblies-offences-criminal-amendments-2025-10', '2025-10-14', 'proposed S1 since 2025-10-13 by announced-2025'],
    [
      'assemblies-offences-criminal-amendments-2025-10',
      '2025-10-15',
      'in_procedure S2 since 2025-10-15 by first-reading-2025',
    ],
    ['assemblies-offences-criminal-amendments-2025-10', '2026-11-23', 'in_force S6 since 2025-10-16 by in-force-2025'],
    ['assemblies-amendments-2025-12', '2025-12-09', 'in_procedure S2 since 2025-12-08 by introduced-2025'],
    ['assemblies-amendments-2025-12', '2025-12-10', 'adopted S3 since 2025-12-10 by adopted-2025'],
    ['assemblies-amendments-2025-12', '2026-11-23', 'in_force S6 since 2025-12-11 by in-force-2025'],
    ['grants-political-activity-package-2026', '2026-02-17', 'proposed S1 since 2026-01-26 by announced-2026'],
    [
      'grants-political-activity-package-2026',
      '2026-03-03',
      'in_procedure S2 since 2026-02-18 by introduced-2026, at the latest',
    ],
    ['grants-political-activity-package-2026', '2026-11-23', 'adopted S3 since 2026-03-04 by adopted-2026'],
    ['grants-diplomatic-exemption-2026', '2026-11-22', null],
    [
      'grants-diplomatic-exemption-2026',
      '2026-11-23',
      'in_procedure S2 since 2026-11-23 by introduced-2026, at the latest',
    ],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })

  test('the vetoed bill of 2023 and the constitutional drafts have been quiet for more than a year', () => {
    const last = (slug: string) => seed().reading(slug, 'certain').movements.at(-1)
    expect(last('assemblies-temporary-structures-bill-2023')).toBe('2023-12-31')
    expect(last('constitutional-family-values-draft-2024')).toBe('2024-06-27')
  })

  test('the act of 2025 is meant to replace the law of 2024 and has not ended it', () => {
    const { relations = [] } = seed().find('measure', 'foreign-agents-registration-act-2025')
    expect(relations).toContainEqual(
      expect.objectContaining({ type: 'replaces', to: 'foreign-influence-law-2024', intended: true }),
    )
    expect(seed().statusOn('foreign-influence-law-2024', '2025-06-01')).toMatch(/^in_force /)
  })

  test('the law of 2024 was possibly in force on the day of its signature', () => {
    expect(seed().statusOn('foreign-influence-law-2024', '2024-06-03', 'possible')).toBe(
      'in_force S6 since 2024-06-03 by in-force-2024',
    )
  })
})

describe('Georgia: what is open', () => {
  test('no source says when five laws that were adopted or promulgated entered into force', () => {
    const open = [
      'assemblies-offences-criminal-amendments-2025-02',
      'broadcasting-amendments-2025',
      'criminal-code-treason-2025',
      'gender-terms-removal-2025',
      'grants-political-activity-package-2026',
    ]
    for (const slug of open)
      expect(
        seed()
          .find('measure', slug)
          .steps.filter(({ stage }) => stage === 'in_force' || stage === 'in_force_confirmed'),
        slug,
      ).toEqual([])
  })

  test('silence about the letter of May 2024 is claimed for sixty days and no longer', () => {
    const { on, reply } = seed().find('communication', 'ge-joint-letter-foreign-influence-2024')
    expect(on).toBe('2024-05-10')
    expect(reply).toMatchObject({ state: 'none', as_of: '2024-07-09' })
  })

  test('the one source that names imprisonment in the family values law does not make its fines severe', () => {
    const { impacts = [] } = seed().find('measure', 'family-values-law-2024')
    expect(impacts.find(({ key }) => key === 'sanctions-expression')?.severity).toBe('serious')
  })

  test('a clause whose wording nobody has seen has no severity', () => {
    const unread = [
      ['constitutional-family-values-draft-2024', 'article-1-5'],
      ['criminal-code-treason-2025', 'article-307-1'],
      ['assemblies-temporary-structures-bill-2023', 'temporary-structures'],
    ] as const
    for (const [slug, clause] of unread) {
      const { impacts = [] } = seed().find('measure', slug)
      const found = impacts.filter(({ provision }) => provision === clause)
      expect(found, slug).not.toEqual([])
      expect(found.map(({ severity }) => severity)).toEqual(found.map(() => null))
    }
  })
})

describe('Georgia: what stands outside the measures', () => {
  test('the arrests of October 2025 are an event of the law that they were linked to', () => {
    expect(seed().find('event', 'ge-road-block-arrests-2025-10-22')).toMatchObject({
      kind: 'obstructed_assembly',
      on: '2025-10-22',
      measures: ['assemblies-offences-criminal-amendments-2025-10'],
    })
    const targets = Object.values(FACTS.entries).flatMap((entries) => entries.flatMap(({ to }) => to))
    expect(targets.filter((target) => target.startsWith('event '))).toEqual(['event ge-road-block-arrests-2025-10-22'])
  })

  test('letters and opinions are about the measures that the facts name', () => {
    const about = (slug: string) =>
      seed()
        .find('communication', slug)
        .about.map(({ measure }) => measure)
    expect(about('ge-joint-letter-foreign-influence-2024')).toEqual([
      'foreign-influence-law-2024',
      'foreign-influence-bill-2023',
    ])
    expect(about('ge-venice-opinion-foreign-agents-2025')).toEqual([
      'foreign-agents-registration-act-2025',
      'grants-amendments-2025-04',
      'broadcasting-amendments-2025',
    ])
    expect(about('ge-upr-2026')).toHaveLength(5)
  })

  test('how laws are made is told with its sources', () => {
    const { law_making, parliament } = seed().find('jurisdiction', 'ge')
    expect(parliament).toBe('Parliament of Georgia')
    expect(law_making.length).toBeGreaterThanOrEqual(8)
  })
})

describe('Georgia: persons', () => {
  test('a page whose address holds the name of a journalist or of staff has no address', () => {
    const addresses = SOURCES.flatMap((key) => seed().find('source', `ge-${key}`).address ?? [])
    expect(addresses.filter((address) => /messenger\.com\.ge.*\/\d+_(?!news_in_brief)\w+\.html/.test(address))).toEqual(
      [],
    )
    expect(addresses.filter((address) => /spokesperson-/.test(address))).toEqual([])
  })

  test('office-holders are named as sponsors, and nowhere else', () => {
    const named = [...seed().measures.values()].flatMap(({ jurisdiction, sponsors = [] }) =>
      jurisdiction === 'ge' ? sponsors.flatMap(({ name }) => name ?? []) : [],
    )
    expect(named).toHaveLength(6)
  })
})
