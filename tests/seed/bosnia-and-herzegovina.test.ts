import { describe, expect, test } from 'vitest'
import { FACTS } from './bosnia-and-herzegovina-map.ts'
import { checkState } from './state-facts.ts'

const seed = checkState('Bosnia and Herzegovina', FACTS)

describe('Bosnia and Herzegovina: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['ba-rs-special-registry-bill-2023-2024', '2022-12-30', null],
    [
      'ba-rs-special-registry-bill-2023-2024',
      '2022-12-31',
      'proposed S1 since 2022-12-31 by announced-2022, at the latest',
    ],
    ['ba-rs-special-registry-bill-2023-2024', '2024-05-27', 'in_procedure S2 since 2023-09-27 by debate-2023'],
    ['ba-rs-special-registry-bill-2023-2024', '2026-11-23', 'defeated S12 since 2024-05-28 by withdrawn-2024'],
    ['ba-rs-special-registry-law-2025', '2025-02-26', 'proposed S1 since 2025-01-23 by announced-2025'],
    ['ba-rs-special-registry-law-2025', '2025-03-05', 'adopted S3 since 2025-02-27 by adopted-2025'],
    ['ba-rs-special-registry-law-2025', '2025-03-06', 'in_force S6 since 2025-03-06 by in-force-2025'],
    ['ba-rs-special-registry-law-2025', '2025-05-28', 'suspended S10 since 2025-03-07 by suspended-2025'],
    ['ba-rs-special-registry-law-2025', '2026-11-23', 'ended S11 since 2025-05-29 by annulled-2025'],
    ['ba-rs-criminal-code-defamation-2023', '2023-03-22', 'proposed S1 since 2023-03-02 by announced-2023'],
    ['ba-rs-criminal-code-defamation-2023', '2023-07-19', 'in_procedure S2 since 2023-03-23 by first-reading-2023'],
    ['ba-rs-criminal-code-defamation-2023', '2023-09-27', 'adopted S3 since 2023-07-20 by adopted-2023'],
    [
      'ba-rs-criminal-code-defamation-2023',
      '2026-11-23',
      'in_force S7 since 2023-09-28 by in-force-confirmed-2023, at the latest',
    ],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })
})

describe('Bosnia and Herzegovina: the State and its entity', () => {
  test('the measures are those of the entity, the UN letter went to the State', () => {
    expect(seed().find('jurisdiction', 'ba').code).toBe('BA')
    expect(seed().find('jurisdiction', 'ba-srp').code).toBe('BA-SRP')
    for (const measure of Object.keys(FACTS.entries))
      expect(seed().find('measure', measure).jurisdiction).toBe('ba-srp')
    expect(seed().find('communication', 'ol-bih-1-2023').jurisdiction).toBe('ba')
  })
})
