import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FACTS } from './russia-map.ts'
import { checkState } from './state-facts.ts'

const seed = checkState('Russia', FACTS)

describe('Russia: where each measure stands, by the rules', () => {
  /** Worked out by hand from the steps and the rules S1 to S16. */
  const DAYS: [measure: string, day: string, status: string | null][] = [
    ['ru-foreign-agents-2012', '2012-06-28', null],
    ['ru-foreign-agents-2012', '2012-07-17', 'in_procedure S2 since 2012-06-29 by introduced-2012'],
    ['ru-foreign-agents-2012', '2012-11-20', 'adopted S3 since 2012-07-18 by adopted-2012'],
    ['ru-foreign-agents-2012', '2022-11-30', 'in_force S6 since 2012-11-21 by in-force-2012'],
    ['ru-foreign-agents-2012', '2026-11-23', 'ended S11 since 2022-12-01 by replaced-2022'],
    ['ru-foreign-agents-register-2014', '2014-05-22', null],
    ['ru-foreign-agents-register-2014', '2014-05-27', 'in_procedure S2 since 2014-05-23 by third-reading-2014'],
    ['ru-foreign-agents-register-2014', '2014-06-03', 'adopted S3 since 2014-05-28 by adopted-2014'],
    ['ru-foreign-agents-register-2014', '2014-06-04', 'in_force S6 since 2014-06-04 by in-force-2014'],
    ['ru-foreign-agents-register-2014', '2026-11-23', 'ended S11 since 2022-12-01 by replaced-2022'],
    ['ru-media-foreign-agents-2017', '2017-11-21', 'in_procedure S2 since 2017-11-15 by second-reading-2017'],
    ['ru-media-foreign-agents-2017', '2017-12-03', 'adopted S3 since 2017-11-22 by adopted-2017'],
    [
      'ru-media-foreign-agents-2017',
      '2022-11-30',
      'in_force S7 since 2017-12-04 by in-force-confirmed-2017, at the latest',
    ],
    ['ru-media-foreign-agents-2017', '2026-11-23', 'ended S11 since 2022-12-01 by replaced-2022'],
    ['ru-foreign-agents-individuals-2019', '2019-12-02', 'adopted S3 since 2019-11-25 by adopted-2019'],
    [
      'ru-foreign-agents-individuals-2019',
      '2019-12-03',
      'in_force S6 since 2019-12-03 by in-force-2019, at the latest',
    ],
    ['ru-foreign-agents-individuals-2019', '2026-11-23', 'ended S11 since 2022-12-01 by replaced-2022'],
    ['ru-foreign-agents-2020', '2020-11-22', null],
    ['ru-foreign-agents-2020', '2020-12-24', 'in_procedure S2 since 2020-11-23 by introduced-2020, at the latest'],
    ['ru-foreign-agents-2020', '2020-12-29', 'adopted S3 since 2020-12-25 by adopted-2020'],
    ['ru-foreign-agents-2020', '2020-12-30', 'in_force S6 since 2020-12-30 by in-force-2020'],
    ['ru-foreign-agents-2020', '2026-11-23', 'ended S11 since 2022-12-01 by replaced-2022'],
    ['ru-foreign-agents-criminal-2020', '2020-12-29', 'in_procedure S2 since 2020-12-23 by third-reading-2020'],
    ['ru-foreign-agents-criminal-2020', '2021-02-28', 'adopted S5 since 2020-12-30 by signed-2020'],
    ['ru-foreign-agents-criminal-2020', '2026-11-23', 'in_force S6 since 2021-03-01 by in-force-2021, as announced'],
    ['ru-foreign-agents-fines-2021', '2021-02-23', 'in_procedure S2 since 2021-02-16 by third-reading-2021'],
    ['ru-foreign-agents-fines-2021', '2021-02-28', 'adopted S5 since 2021-02-24 by signed-2021'],
    ['ru-foreign-agents-fines-2021', '2026-11-23', 'in_force S6 since 2021-03-01 by in-force-2021, as announced'],
    ['ru-foreign-influence-2022', '2022-06-08', 'proposed S1 since 2022-04-21 by announced-2022'],
    [
      'ru-foreign-influence-2022',
      '2022-07-13',
      'in_procedure S2 since 2022-06-09 by first-reading-2022, at the latest',
    ],
    ['ru-foreign-influence-2022', '2022-11-30', 'adopted S3 since 2022-07-14 by adopted-2022, at the latest'],
    ['ru-foreign-influence-2022', '2026-11-23', 'in_force S6 since 2022-12-01 by in-force-2022'],
    ['ru-foreign-influence-implementing-2022', '2022-11-23', 'proposed S1 since 2022-06-09 by announced-2022'],
    ['ru-foreign-influence-implementing-2022', '2022-11-29', 'in_procedure S2 since 2022-11-24 by third-reading-2022'],
    ['ru-foreign-influence-implementing-2022', '2026-11-23', 'adopted S3 since 2022-11-30 by adopted-2022'],
    ['ru-gay-propaganda-2013', '2012-03-27', null],
    ['ru-gay-propaganda-2013', '2013-06-25', 'in_procedure S2 since 2012-03-28 by introduced-2012'],
    ['ru-gay-propaganda-2013', '2013-07-01', 'adopted S3 since 2013-06-26 by adopted-2013'],
    ['ru-gay-propaganda-2013', '2026-11-23', 'in_force S6 since 2013-07-02 by in-force-2013'],
    ['ru-lgbt-propaganda-2022', '2022-10-19', null],
    ['ru-lgbt-propaganda-2022', '2022-11-29', 'in_procedure S2 since 2022-10-20 by introduced-2022'],
    ['ru-lgbt-propaganda-2022', '2022-12-04', 'adopted S3 since 2022-11-30 by adopted-2022'],
    ['ru-lgbt-propaganda-2022', '2026-11-23', 'in_force S6 since 2022-12-05 by in-force-2022'],
    ['ru-lgbt-extremism-ruling-2023', '2023-11-29', null],
    ['ru-lgbt-extremism-ruling-2023', '2026-11-23', 'in_force S6 since 2023-11-30 by in-force-2023'],
    ['ru-undesirable-2015', '2014-11-29', null],
    ['ru-undesirable-2015', '2015-05-19', 'in_procedure S2 since 2014-11-30 by introduced-2014, at the latest'],
    ['ru-undesirable-2015', '2015-05-22', 'adopted S3 since 2015-05-20 by adopted-2015'],
    ['ru-undesirable-2015', '2026-11-23', 'in_force S6 since 2015-05-23 by in-force-2015'],
    ['ru-undesirable-2021', '2021-06-22', 'in_procedure S2 since 2021-06-09 by third-reading-2021'],
    ['ru-undesirable-2021', '2026-11-23', 'adopted S3 since 2021-06-23 by adopted-2021'],
    ['ru-constitution-marriage-2020', '2020-01-19', 'proposed S1 since 2020-01-15 by announced-2020'],
    ['ru-constitution-marriage-2020', '2020-03-10', 'in_procedure S2 since 2020-01-20 by introduced-2020'],
    ['ru-constitution-marriage-2020', '2020-07-03', 'adopted S3 since 2020-03-11 by adopted-2020'],
    ['ru-constitution-marriage-2020', '2026-11-23', 'in_force S6 since 2020-07-04 by in-force-2020'],
  ]

  test.each(DAYS)('%s on %s', (measure, day, status) => {
    expect(seed().statusOn(measure, day)).toBe(status)
  })

  test('each measure is looked at today', () => {
    const today = DAYS.flatMap(([measure, day]) => (day === '2026-11-23' ? [measure] : []))
    expect(today.sort()).toEqual(Object.keys(FACTS.entries).sort())
  })

  test('Law 255-FZ may have been adopted from the day of its third reading', () => {
    expect(seed().statusOn('ru-foreign-influence-2022', '2022-07-01', 'possible')).toBe(
      'adopted S3 since 2022-06-29 by adopted-2022',
    )
  })

  test('the same day would end the five laws by the relation alone, if no step of their own said so', () => {
    const replaced = FACTS.relations.filter((target) => target.endsWith(' replaces'))
    expect(replaced).toHaveLength(5)
    const { steps } = seed().find('measure', 'ru-foreign-influence-2022')
    const inForce = steps.find(({ stage }) => stage === 'in_force')?.on
    for (const target of replaced) {
      const older = target.match(/->(\S+)/)?.[1] ?? ''
      const last = seed().find('measure', older).steps.at(-1)
      expect([last?.stage, last?.on], older).toEqual(['replaced', `${inForce}?`])
    }
  })

  test('a judgment of the European Court is a communication, and no step', () => {
    const bodies = [...seed().measures.values()].flatMap(({ jurisdiction, steps }) =>
      jurisdiction === 'ru' ? steps.filter(({ body = '' }) => /European Court/.test(body)) : [],
    )
    expect(bodies).toEqual([])
    for (const day of ['2017-06-20', '2022-06-14', '2023-01-17', '2024-06-18', '2024-10-22'])
      expect(seed().find('communication', `ru-echr-judgment-${day}`)).toMatchObject({ kind: 'judgment', on: day })
  })
})

describe('Russia: Views, letters and reports', () => {
  test('the two Views keep the day on which they were adopted, and are about no measure', () => {
    expect(seed().find('communication', 'ru-ccpr-views-1932-2010')).toMatchObject({ on: '2012-10-31', about: [] })
    expect(seed().find('communication', 'ru-ccpr-views-2318-2013')).toMatchObject({ on: '2018-07-17', about: [] })
  })

  test('of each letter one mandate is shown, and that there may be more is said', () => {
    for (const { to } of FACTS.letters) {
      const letter = seed().find('communication', to[0]?.split(' ')[1] ?? '')
      expect(letter.from).toHaveLength(1)
      expect(letter.from_is_partial).toBe(true)
      expect(letter.deadline?.days).toBeNull()
    }
  })

  test('what each judgment and opinion is about is what the facts say', () => {
    const about = (slug: string) =>
      seed()
        .find('communication', slug)
        .about.map(({ measure }) => measure)
    expect(about('ru-echr-judgment-2024-10-22').sort()).toEqual([
      'ru-foreign-agents-2012',
      'ru-foreign-agents-2020',
      'ru-foreign-agents-individuals-2019',
      'ru-foreign-influence-2022',
      'ru-media-foreign-agents-2017',
    ])
    expect(about('ru-venice-opinion-foreign-agents-2014')).toEqual([
      'ru-foreign-agents-2012',
      'ru-foreign-agents-register-2014',
    ])
    expect(about('ru-venice-opinion-foreign-agents-2021')).toEqual([
      'ru-foreign-agents-2020',
      'ru-foreign-agents-criminal-2020',
    ])
    expect(about('ru-ccpr-concluding-observations-2022').sort()).toEqual([
      'ru-foreign-agents-2012',
      'ru-foreign-influence-2022',
      'ru-undesirable-2015',
    ])
  })

  test('the articles of the European Convention stand with the judgments that found them violated', () => {
    const articles = (slug: string) =>
      (seed().find('communication', slug).legal_references ?? []).map(
        ({ instrument, article }) => `${instrument} ${article}`,
      )
    expect(articles('ru-echr-judgment-2017-06-20')).toEqual(['echr 10', 'echr 14'])
    expect(articles('ru-echr-judgment-2022-06-14')).toEqual(['echr 11', 'echr 10', 'echr 34'])
    expect(articles('ru-echr-judgment-2023-01-17')).toEqual(['echr 8'])
    expect(articles('ru-echr-judgment-2024-06-18')).toEqual(['echr 10', 'echr 11'])
    expect(articles('ru-echr-judgment-2024-10-22')).toEqual(['echr 8', 'echr 10', 'echr 11'])
  })
})

describe('Russia: impacts', () => {
  /** The grounds of each impact of the facts. The seed adds "label" and "dissolution" where the clause is one. */
  const GROUNDS: [impact: string, grounds: string[]][] = [
    [
      'ru-foreign-agents-2012#court-political-activity-association',
      ['vague', 'registration', 'funding_limit', 'chilling'],
    ],
    ['ru-foreign-agents-2012#court-duties-expression', ['registration', 'chilling']],
    ['ru-foreign-agents-2012#rapporteurs-duties-association', ['funding_limit', 'registration']],
    ['ru-foreign-agents-2012#rapporteurs-duties-defend-rights', ['registration', 'chilling']],
    ['ru-foreign-agents-2012#venice-term-association', ['registration']],
    ['ru-media-foreign-agents-2017#court-scope-expression', ['vague', 'registration', 'chilling']],
    ['ru-foreign-agents-individuals-2019#court-duties-expression', ['vague', 'registration', 'chilling']],
    ['ru-foreign-agents-individuals-2019#court-privacy', ['registration', 'surveillance']],
    ['ru-foreign-agents-2020#venice-association', ['vague', 'overbroad', 'registration', 'chilling']],
    ['ru-foreign-agents-2020#venice-expression', ['vague', 'overbroad', 'chilling']],
    ['ru-foreign-agents-2020#venice-privacy', ['registration']],
    ['ru-foreign-agents-2020#venice-participation', ['overbroad']],
    ['ru-foreign-agents-2020#venice-non-discrimination', ['discrimination']],
    ['ru-foreign-agents-criminal-2020#venice-article-330-1-association', ['criminal_penalty']],
    ['ru-foreign-influence-2022#court-register-association', ['vague', 'registration', 'dissolution', 'chilling']],
    ['ru-foreign-influence-2022#court-expression', ['vague', 'overbroad', 'registration', 'chilling']],
    ['ru-foreign-influence-2022#court-privacy', ['registration', 'surveillance']],
    ['ru-foreign-influence-2022#court-bans-work', ['overbroad']],
    ['ru-foreign-influence-2022#court-elections-participation', ['overbroad']],
    ['ru-foreign-influence-2022#committee-association', ['registration']],
    ['ru-gay-propaganda-2013#court-definition-expression', ['vague', 'overbroad']],
    ['ru-gay-propaganda-2013#court-definition-non-discrimination', ['discrimination']],
    ['ru-gay-propaganda-2013#rapporteurs-expression', ['vague', 'overbroad']],
    ['ru-gay-propaganda-2013#rapporteurs-defend-rights', ['chilling']],
    ['ru-gay-propaganda-2013#rapporteurs-culture', ['overbroad']],
    ['ru-gay-propaganda-2013#committee-children', ['vague', 'discrimination']],
    ['ru-gay-propaganda-2013#venice-assembly', ['discrimination']],
    ['ru-lgbt-propaganda-2022#commissioner-scope-expression', ['overbroad', 'discrimination']],
    ['ru-lgbt-propaganda-2022#commissioner-scope-information', ['overbroad']],
    ['ru-lgbt-propaganda-2022#commissioner-non-discrimination', ['discrimination']],
    ['ru-lgbt-extremism-ruling-2023#commissioner-effect-defend-rights', ['vague', 'criminal_penalty']],
    ['ru-lgbt-extremism-ruling-2023#commissioner-effect-non-discrimination', ['discrimination', 'criminal_penalty']],
    ['ru-undesirable-2015#court-consequences-association', ['vague', 'overbroad', 'chilling']],
    ['ru-undesirable-2015#court-article-284-1-expression', ['vague', 'criminal_penalty', 'chilling']],
    ['ru-undesirable-2015#venice-consequences-association', ['vague', 'overbroad']],
    ['ru-undesirable-2015#venice-assembly', ['overbroad']],
    ['ru-undesirable-2015#venice-consequences-expression', ['vague', 'overbroad']],
    ['ru-undesirable-2015#venice-procedure-remedy', ['vague']],
  ]

  test.each(GROUNDS)('%s has the grounds of the facts', (target, grounds) => {
    const [slug = '', key] = target.split('#')
    const impact = seed()
      .find('measure', slug)
      .impacts?.find((found) => found.key === key)
    const told: string[] = impact?.grounds ?? []
    expect(grounds.filter((ground) => !told.includes(ground))).toEqual([])
    expect(told.filter((ground) => !grounds.includes(ground) && !['label', 'dissolution'].includes(ground))).toEqual([])
    expect(impact?.said_by.voice).toBe('communication')
  })

  test('every measure has an impact, so that it belongs in the record', () => {
    const bare = [...seed().measures.values()].filter(
      ({ jurisdiction, impacts = [] }) => jurisdiction === 'ru' && impacts.length === 0,
    )
    expect(bare).toEqual([])
  })

  test('what the facts do not have is the editors’ own', () => {
    const ours = [...seed().measures.values()].flatMap(({ slug, jurisdiction, impacts = [] }) =>
      jurisdiction === 'ru'
        ? impacts.filter(({ key }) => !GROUNDS.some(([impact]) => impact === `${slug}#${key}`))
        : [],
    )
    expect(ours).not.toEqual([])
    expect(ours.filter(({ said_by }) => said_by.voice !== 'editors')).toEqual([])
  })

  test('the clause on marriage, whose wording was seen in reports only, has no severity', () => {
    const { impacts = [] } = seed().find('measure', 'ru-constitution-marriage-2020')
    expect(impacts.map(({ severity }) => severity)).toEqual([null, null, null])
  })
})

describe('Russia: applicants', () => {
  const hash = (word: string) => createHash('sha256').update(word).digest('hex')

  /** SHA-256 of the names by which the five judgments are known, in lower case, so that they do not stand here either. */
  const WITHHELD = [
    '3f77cf8e03d93b82b965e034df927ce2001ab60cb60148ab50a705ec17618651',
    '6f3ca12a81ec3a57020c667c7f216a88e87eca28811cd8cd4964d81700370066',
    '05b86c1bfeafa47494c12c33ca9d837fee20f137e480e9c12b07b39847f6c9db',
    '39241c83a1a686fe79d8123afea0ac13cbc11f86e21c7b1d7fde7c549b122f7c',
    '17c662ac984fa20e40af4638ec3d9d8621d516dcbba08670e4b4befb64554907',
  ]

  const withheldIn = (text: string, names: readonly string[]) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => names.includes(hash(word)))

  test('a withheld name is found in text and in an address', () => {
    expect(withheldIn('see https://courts.example/invented-and-others', [hash('invented')])).toEqual(['invented'])
  })

  test('are named in no file on Russia', () => {
    const folder = fileURLToPath(new URL('../../seed/russia', import.meta.url))
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(15)
    for (const { name, parentPath } of files)
      expect(withheldIn(readFileSync(join(parentPath, name), 'utf8'), WITHHELD), name).toEqual([])
  })
})
