import { describe, expect, test } from 'vitest'
import { FACTS } from './kazakhstan-map.ts'
import { checkState } from './state-facts.ts'

const seed = checkState('Kazakhstan', FACTS)

describe('Kazakhstan: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['kz-child-information-bill-2015', '2014-08-30', null],
    [
      'kz-child-information-bill-2015',
      '2014-08-31',
      'in_procedure S2 since 2014-08-31 by passed-mazhilis-2014, at the latest',
    ],
    ['kz-child-information-bill-2015', '2015-05-25', 'adopted S3 since 2015-02-28 by adopted-2015, at the latest'],
    ['kz-child-information-bill-2015', '2026-11-23', 'defeated S11 since 2015-05-26 by annulled-2015, at the latest'],
    ['kz-child-information-2018', '2018-07-02', 'adopted S5 since 2018-07-02 by signed-2018'],
    [
      'kz-child-information-2018',
      '2026-11-23',
      'in_force S7 since 2026-11-23 by in-force-confirmed-2026, at the latest',
    ],
    ['kz-lgbt-propaganda-2025', '2024-06-29', null],
    ['kz-lgbt-propaganda-2025', '2025-10-30', 'proposed S1 since 2024-06-30 by announced-2024, at the latest'],
    ['kz-lgbt-propaganda-2025', '2025-12-17', 'in_procedure S2 since 2025-10-31 by working-group-2025, at the latest'],
    ['kz-lgbt-propaganda-2025', '2026-11-23', 'adopted S3 since 2025-12-18 by adopted-2025'],
    ['kz-ngo-law-2015', '2015-10-21', 'in_procedure S2 since 2015-09-23 by passed-mazhilis-2015'],
    ['kz-ngo-law-2015', '2015-12-30', 'adopted S5 since 2015-12-02 by signed-2015'],
    ['kz-ngo-law-2015', '2026-11-23', 'in_force S6 since 2015-12-31 by in-force-2015, at the latest'],
    ['kz-foreign-funding-reporting-2016', '2016-10-09', 'adopted S3 since 2016-07-31 by adopted-2016, at the latest'],
    ['kz-foreign-funding-reporting-2016', '2021-01-15', 'in_force S6 since 2016-10-10 by in-force-2016'],
    ['kz-foreign-funding-reporting-2016', '2026-11-23', 'in_force S6 since 2016-10-10 by in-force-2016'],
    ['kz-foreign-funding-register-2023', '2023-09-19', 'adopted S3 since 2022-03-31 by adopted-2022, at the latest'],
    [
      'kz-foreign-funding-register-2023',
      '2026-11-23',
      'in_force S7 since 2023-09-20 by in-force-confirmed-2023, at the latest',
    ],
    ['kz-ngo-draft-law-2025', '2025-12-30', null],
    [
      'kz-ngo-draft-law-2025',
      '2026-11-23',
      'proposed S13 since 2025-12-31 by reported-2025, at the latest, as reported',
    ],
    ['kz-peaceful-assembly-2020', '2020-03-25', 'proposed S1 since 2019-06-12 by announced-2019'],
    ['kz-peaceful-assembly-2020', '2020-05-23', 'in_procedure S2 since 2020-03-26 by first-reading-2020'],
    ['kz-peaceful-assembly-2020', '2020-06-29', 'adopted S3 since 2020-05-24 by adopted-2020, at the latest'],
    ['kz-peaceful-assembly-2020', '2026-11-23', 'in_force S6 since 2020-06-30 by in-force-2020, at the latest'],
    ['kz-mass-media-2024', '2023-11-29', 'proposed S1 since 2022-03-16 by announced-2022'],
    ['kz-mass-media-2024', '2024-06-05', 'in_procedure S2 since 2023-11-30 by first-reading-2023'],
    ['kz-mass-media-2024', '2024-06-06', 'adopted S3 since 2024-06-06 by adopted-2024'],
    ['kz-mass-media-2024', '2026-11-23', 'in_force S6 since 2024-08-31 by in-force-2024, at the latest, as announced'],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })
})

describe('Kazakhstan: what is open', () => {
  test('the bill of 2015 may have been defeated from the week before the decision was announced', () => {
    expect(seed().statusOn('kz-child-information-bill-2015', '2015-05-18', 'possible')).toBe(
      'defeated S11 since 2015-05-18 by annulled-2015',
    )
  })

  test('no wording is taken for known where nobody has seen it', () => {
    const unread = ['kz-child-information-bill-2015', 'kz-child-information-2018', 'kz-ngo-draft-law-2025']
    for (const slug of unread)
      expect(
        seed()
          .find('measure', slug)
          .impacts?.filter(({ severity }) => severity !== null),
      ).toEqual([])
  })

  test('what was said of the petition, before there was a bill, has no severity', () => {
    const { impacts = [] } = seed().find('measure', 'kz-lgbt-propaganda-2025')
    const early = impacts.filter(({ key }) => key.startsWith('un-2024-'))
    expect(early).toHaveLength(4)
    expect(early.filter(({ severity }) => severity !== null)).toEqual([])
  })
})
