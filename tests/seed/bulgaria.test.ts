import { describe, expect, test } from 'vitest'
import { FACTS } from './bulgaria-map.ts'
import { checkState, namesIn } from './state-facts.ts'

const seed = checkState('Bulgaria', FACTS)

describe('Bulgaria: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['bg-foreign-agents-bill-2022', '2022-10-26', null],
    ['bg-foreign-agents-bill-2022', '2023-12-30', 'in_procedure S2 since 2022-10-27 by introduced-2022'],
    ['bg-foreign-agents-bill-2022', '2026-11-23', 'defeated S12 since 2023-12-31 by lapsed-2022, at the latest'],
    ['bg-foreign-agents-bill-2023', '2023-12-30', null],
    ['bg-foreign-agents-bill-2023', '2024-09-09', 'in_procedure S2 since 2023-12-31 by introduced-2023, at the latest'],
    [
      'bg-foreign-agents-bill-2023',
      '2026-11-23',
      'defeated S16 since 2024-09-10 by bg-foreign-agents-bill-2024#introduced-2024',
    ],
    ['bg-foreign-agents-bill-2024', '2024-09-19', 'in_procedure S2 since 2024-09-10 by introduced-2024'],
    ['bg-foreign-agents-bill-2024', '2025-02-04', 'in_procedure S2 since 2024-09-10 by introduced-2024'],
    [
      'bg-foreign-agents-bill-2024',
      '2026-11-23',
      'defeated S16 since 2025-02-05 by bg-foreign-agents-bill-2025#rejected-2025',
    ],
    ['bg-foreign-agents-bill-2025', '2025-02-04', null],
    ['bg-foreign-agents-bill-2025', '2026-11-23', 'defeated S12 since 2025-02-05 by rejected-2025'],
    ['bg-school-lgbt-amendment-2024', '2024-08-06', null],
    ['bg-school-lgbt-amendment-2024', '2024-08-16', 'adopted S3 since 2024-08-07 by adopted-2024'],
    ['bg-school-lgbt-amendment-2024', '2026-11-23', 'adopted S3 since 2024-08-07 by adopted-2024'],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })
})

describe('Bulgaria: letters', () => {
  test('the European Commissioner for Equality set two weeks; whether an answer came is not known', () => {
    expect(seed().find('communication', 'bg-commissioner-equality-letter-2024')).toMatchObject({
      kind: 'letter',
      deadline: { days: 14, basis: 'stated_in_letter' },
      reply: { state: 'not_known' },
    })
  })
})

describe('names', () => {
  test('a likely name is seen, a place is not', () => {
    const text = 'Invented Personova met Invent Personić and Ms. Nobody in Republika Srpska. Измислен Никтоев не дойде.'
    expect(namesIn(text).sort()).toEqual(['Invent Personić', 'Invented Personova', 'Ms. Nobody', 'Измислен Никтоев'])
  })
})
