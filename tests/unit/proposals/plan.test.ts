import { describe, expect, test } from 'vitest'
import { sayFault } from '../../../api/contract/read-dossier.ts'
import type { AnyRecord } from '../../../api/contract/record.ts'
import { planDossier } from '../../../api/proposals/plan.ts'
import type { RecordName } from '../../../db/vocabulary/record-name.ts'
import { buildLetter, buildMeasure, buildSource, buildStep, ground } from '../../support/build.ts'

const current: AnyRecord[] = [...ground(), buildMeasure()]
const measure: RecordName = { record: 'measure', slug: 'example-bill' }

const plan = (
  records: readonly unknown[],
  {
    retract = [],
    changedSince = [],
    held = current,
  }: Partial<{ retract: RecordName[]; changedSince: string[]; held: AnyRecord[] }> = {},
) =>
  planDossier(
    { given: records.map((record) => ({ file: 'new.yaml', record })), retract, file: 'new.yaml' },
    { current: held, changedSince: new Set(changedSince) },
  )

describe('Planning a dossier', () => {
  test('what is new, what changes and what stays is told apart, with the differences', () => {
    const made = plan([buildMeasure({ kind: 'law' }), buildLetter(), buildSource()])
    expect(made).toMatchObject({
      added: [{ record: 'communication', slug: 'al-xxx-1-2020' }],
      changed: [{ ...measure, differences: [{ path: 'kind', before: 'bill', after: 'law' }], keysLost: [] }],
      unchanged: [{ record: 'source', slug: 'gazette' }],
      retracted: [],
      invalid: [],
      conflicting: [],
    })
    expect(made.records).toHaveLength(3)
  })

  test('a record that does not fit the format is a fault with its file and field, and nothing would be written', () => {
    const made = plan([buildLetter(), { ...buildMeasure(), kind: 'poem' }])
    expect(made.invalid.map(sayFault)[0]).toMatch(/^new\.yaml: measure example-bill: kind: must be one of bill/)
    expect(made.records).toEqual([])
  })

  test('nothing may refer to what is not there', () => {
    const made = plan([buildLetter({ about: [{ measure: 'no-bill', cites: buildMeasure().cites }] })])
    expect(made.invalid.map(sayFault)).toEqual([
      'new.yaml: communication al-xxx-1-2020: about.0.measure: names the measure "no-bill", which is not in the record; add it or correct the slug.',
    ])
  })

  test('nothing that stays may refer to what is taken back', () => {
    const held = [...current, buildLetter()]
    const torn = plan([], { retract: [measure], held })
    expect(torn.invalid.map(({ record }) => record)).toEqual(['communication al-xxx-1-2020'])
    const both = plan([], { retract: [measure, { record: 'communication', slug: 'al-xxx-1-2020' }], held })
    expect(both.invalid).toEqual([])
    expect(both.retracted).toHaveLength(2)
  })

  test('what is given and taken back at once, or taken back without being there, is a fault', () => {
    const made = plan([buildMeasure()], { retract: [measure, { record: 'event', slug: 'none' }] })
    expect(made.invalid.map(sayFault)).toEqual([
      'new.yaml: measure example-bill: retract.0: is both given and taken back; keep one of the two.',
      'new.yaml: event none: retract.1: is not in the record, so it cannot be taken back; remove it here.',
    ])
  })

  test('what somebody else changed meanwhile is in conflict, unless both say the same', () => {
    const changedSince = ['measure example-bill', 'source gazette']
    expect(plan([buildMeasure({ kind: 'law' }), buildSource()], { changedSince }).conflicting).toEqual([measure])
    expect(plan([], { retract: [measure], changedSince }).conflicting).toEqual([measure])
    expect(plan([buildMeasure()], { changedSince: ['measure example-bill'], held: ground() }).conflicting).toEqual([
      measure,
    ])
  })

  test('keys that a measure loses are told, since citations of them would point nowhere', () => {
    const [made] = plan([buildMeasure({ steps: [buildStep('drafted', '2019-05', { key: 'drafted' })] })]).changed
    expect(made?.keysLost).toEqual(['steps.introduced-2020-01-15'])
  })

  test('what looks like the name of a person is told for every text that is new, with a hint at an office', () => {
    const summary = 'A bill of Mr. Placeholder SAMPLE. Testina Examplova, President, signed it.'
    const told = plan([buildMeasure({ summary }), buildSource()]).persons
    expect(told.map(({ slug, field, withOffice }) => [slug, field, withOffice])).toEqual([
      ['example-bill', 'summary', false],
      ['example-bill', 'summary', true],
    ])
    expect(told[0]?.name).toContain('SAMPLE')
    expect(
      plan([buildMeasure({ summary, kind: 'law' })], { held: [...ground(), buildMeasure({ summary })] }).persons,
    ).toEqual([])
  })
})
