import { describe, expect, test } from 'vitest'
import { FACTS } from './slovakia-map.ts'
import { checkState } from './state-facts.ts'

const seed = checkState('Slovakia', FACTS)

describe('Slovakia: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['sk-ngo-law-2024-2025', '2024-03-30', null],
    ['sk-ngo-law-2024-2025', '2024-03-31', 'in_procedure S2 since 2024-03-31 by introduced-2024, at the latest'],
    ['sk-ngo-law-2024-2025', '2025-04-15', 'in_procedure S2 since 2024-03-31 by introduced-2024, at the latest'],
    ['sk-ngo-law-2024-2025', '2025-05-31', 'adopted S3 since 2025-04-16 by adopted-2025'],
    ['sk-ngo-law-2024-2025', '2025-06-01', 'in_force S6 since 2025-06-01 by in-force-2025'],
    ['sk-ngo-law-2024-2025', '2026-11-23', 'in_force S6 since 2025-06-01 by in-force-2025'],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })
})

describe('Slovakia: what is open', () => {
  test('since the finding the law may have ended, on a day that nobody has found', () => {
    expect(seed().statusOn('sk-ngo-law-2024-2025', '2025-12-16', 'possible')).toBe(
      'in_force S6 since 2025-06-01 by in-force-2025',
    )
    expect(seed().statusOn('sk-ngo-law-2024-2025', '2026-11-23', 'possible')).toBe(
      'ended S11 since 2025-12-17 by annulled-2025',
    )
  })

  test('label and lobbying stand in no current text', () => {
    const { texts = [], provisions = [] } = seed().find('measure', 'sk-ngo-law-2024-2025')
    expect(texts.filter(({ current }) => current).map(({ key }) => key)).toEqual(['act-2025'])
    const current = provisions.filter(({ texts: standsIn = [] }) => standsIn.includes('act-2025'))
    expect(current.map(({ key }) => key)).toEqual(['section-34a', 'information'])
  })
})
