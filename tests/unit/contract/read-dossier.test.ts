import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { dossierJsonSchema } from '../../../api/contract/dossier.ts'
import { readText } from '../../../api/contract/dossier-text.ts'
import { crossFaults, readDossier, sayFault } from '../../../api/contract/read-dossier.ts'
import type { AnyRecord, Measure } from '../../../api/contract/record.ts'
import { buildImpact, buildLetter, buildMeasure, buildSource, buildStep, cites, ground } from '../../support/build.ts'

const dossier = (...records: object[]) => stringify({ dossier: 1, records }, { aliasDuplicateObjects: false })

const linesOf = (...records: object[]) => readDossier('laws.yaml', dossier(...records)).faults.map(sayFault)

const crossLines = (...records: AnyRecord[]) =>
  crossFaults(records.map((record) => ({ file: 'laws.yaml', record }))).map(sayFault)

test('a dossier without fault gives its records, from YAML and from JSON alike', () => {
  const records = [...ground(), buildMeasure(), buildLetter()]
  const fromYaml = readDossier('laws.yaml', dossier(...records))
  const fromJson = readDossier('laws.json', JSON.stringify({ dossier: 1, records }))
  expect(fromYaml.faults).toEqual([])
  expect(fromYaml.records).toEqual(records)
  expect(fromJson.records).toEqual(records)
})

test.each([
  [
    '{"dossier": 1, "records": [\n{"record": "source",\n "record": "measure"}]}',
    'line 3, column 2: Map keys must be unique',
  ],
  ['{"dossier": 1, "records": [1, {"a": ":", "b": "\\":", "b": {}}]}', 'Map keys must be unique'],
  ['{"dossier": 1,\n "records": [}', 'line 2, column 14: '],
  ['{"dossier": 1, "records": ["cut', 'line 1'],
])('a fault in JSON is told with its place: %j', (text, expected) => {
  const { faults, records } = readDossier('laws.json', text)
  expect(records).toEqual([])
  expect(faults.map(sayFault).join('\n')).toContain(expected)
})

test('addresses are web addresses, and of a source whose address is withheld no copy is named', () => {
  for (const address of ['ftp://gazette.example/1', 'javascript:alert(1)', 'https://[', 'gazette.example'])
    for (const field of ['address', 'archived_address'])
      expect(linesOf(buildSource({ [field]: address })).join('\n')).toContain(
        `${field}: write a web address that begins with http:// or https://`,
      )
  const copy = { archived_address: 'https://archive.example/1' }
  expect(linesOf(buildSource(copy))).toEqual([])
  expect(linesOf(buildSource({ ...copy, address: null, address_withheld: true })).join('\n')).toContain(
    'archived_address: leads to what is withheld: leave it out',
  )
})

test('what is written like JSON and is YAML is read all the same', () => {
  expect(readDossier('laws.json', '{dossier: 1, records: [],}').faults).toEqual([])
  expect(readDossier('laws.json', '\uFEFF{"dossier": 1, "records": []}').faults).toEqual([])
})

test('text in JSON may hold quotes, colons and backslashes', () => {
  const title = { en: 'A "bill": \\ "of": many: \\" signs\\' }
  const records = [...ground(), buildMeasure({ title })]
  for (const text of [JSON.stringify({ dossier: 1, records }), JSON.stringify({ dossier: 1, records }, null, '\t')])
    expect(readDossier('laws.json', text).records).toEqual(records)
})

test('JSON is read in a small part of the time of YAML', () => {
  const records = Array.from({ length: 500 }, (_, i) => buildMeasure({ slug: `bill-${i}` }))
  const timed = (text: string) => {
    const begun = performance.now()
    expect(readText(text)).toEqual({ value: { dossier: 1, records } })
    return performance.now() - begun
  }
  expect(timed(JSON.stringify({ dossier: 1, records }))).toBeLessThan(timed(dossier(...records)) / 2)
})

test('a dossier with one fault is refused whole', () => {
  expect(
    readDossier('laws.yaml', dossier(buildMeasure(), { ...buildMeasure({ slug: 'other' }), kind: 'poem' })).records,
  ).toEqual([])
})

test('every fault is a line that names file, record, field and remedy', () => {
  const broken = {
    ...buildMeasure(),
    kind: 'poem',
    titel: 'x',
    steps: [{ ...buildStep('introduced', '2021-02-30'), stage: 'tabled' }],
  }
  const lines = linesOf(broken)
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line).toMatch(/^laws\.yaml: measure example-bill: \S+: .+\.$/)
  expect(lines.join('\n')).toContain('kind: must be one of bill, constitutional_amendment')
  expect(lines.join('\n')).toContain('does not know "titel"')
  expect(lines.join('\n')).toContain('steps.0.on')
  expect(lines.join('\n')).toContain('steps.0.stage: must be one of announced, drafted')
})

test.each([
  ['not: [closed', 'line 1'],
  ['', 'is not a dossier'],
  ['[]', 'is not a dossier'],
  ['dossier: 2\nrecords: []', 'must be 1'],
  ['dossier: 1', 'records: must be a list'],
  ['dossier: 1\nrecords: []\nnotes: x', 'notes: is not a field of a dossier'],
  ['dossier: 1\nrecords: &a\n  - *a', 'aliases'],
  ['dossier: 1\ndossier: 1\nrecords: []', 'unique'],
  ['dossier: 1\nrecords: [1]', 'record 1'],
])('what is no dossier is said to be none: %j', (text, expected) => {
  const { faults, records } = readDossier('laws.yaml', text)
  expect(records).toEqual([])
  expect(faults.map(sayFault).join('\n')).toContain(expected)
})

const steps = (...list: Measure['steps']) => buildMeasure({ steps: list })

test.each<[string, Measure, string]>([
  [
    'dates that contradict the order',
    steps(buildStep('adopted', '2021-05-01'), buildStep('introduced', '2021-04-30')),
    'put the steps in the order',
  ],
  ['a report that does not say where it stands', steps(buildStep('reported', '2021')), 'stands_at: is missing'],
  [
    'a standing that is no report',
    steps(buildStep('noted', '2021', { stands_at: 'ended' })),
    'belongs to reported steps only',
  ],
  [
    'a term of a step that has none',
    steps(buildStep('signed', '2021', { until: '2022' })),
    'belongs to in_force, extended and suspended',
  ],
  ['an extension without a term', steps(buildStep('extended', '2021')), 'an extension has a term'],
  [
    'a key that stands twice',
    steps(buildStep('committee', '2021'), buildStep('committee', '2021')),
    'twice; keys are unique',
  ],
  [
    'a step that names no text',
    steps(buildStep('committee', '2021', { text: 'draft' })),
    'names no text of this measure',
  ],
  [
    'an impact on a provision that is not there',
    buildMeasure({ impacts: [{ ...buildImpact('privacy'), provision: 'article-9' }] }),
    'names no provision',
  ],
  [
    'a severity without its clause',
    buildMeasure({ impacts: [{ ...buildImpact('privacy'), severity: 'severe' }] }),
    'say which clause',
  ],
  ['a relation to nothing', buildMeasure({ relations: [{ type: 'amends', cites: cites() }] }), 'must name either'],
  [
    'a relation to itself',
    buildMeasure({ relations: [{ type: 'amends', to: 'example-bill', cites: cites() }] }),
    'is the measure itself',
  ],
  [
    'provisions of texts none of which is current',
    buildMeasure({
      texts: [{ key: 'draft', label: { en: 'Draft' }, cites: cites() }],
      provisions: [{ key: 'a', label: 'Article 1', gist: 'An example.', texts: ['draft'], cites: cites() }],
    }),
    'mark the newest text',
  ],
])('the reader refuses %s', (_name, measure, expected) => {
  expect(linesOf(measure).join('\n')).toContain(expected)
})

const claim = (value: string, preferred = false) => ({ value, ...(preferred ? { preferred } : {}), cites: cites() })
const disputed = (...claims: ReturnType<typeof claim>[]) =>
  steps(
    buildStep('signed', '2021-07-07', {
      disagreements: [{ field: 'on', about: 'the day', reason: 'An example.', claims }],
    }),
  )

test('of the claims about a fact exactly one is preferred, and for a date it is the date that stands', () => {
  expect(linesOf(disputed(claim('2021-06-26'), claim('2021-07-07', true)))).toEqual([])
  expect(linesOf(disputed(claim('2021-06-26'), claim('2021-07-07'))).join()).toContain('has 0 preferred claims')
  expect(linesOf(disputed(claim('2021-06-26', true), claim('2021-07-07', true))).join()).toContain(
    'has 2 preferred claims',
  )
  expect(linesOf(disputed(claim('2021-06-26', true), claim('2021-07-07'))).join()).toContain(
    'prefers 2021-06-26, but "on" is 2021-07-07',
  )
})

test('steps that stand outside the order may be dated before or after their place', () => {
  expect(
    linesOf(
      steps(buildStep('adopted', '2021-05-01'), buildStep('noted', '2020-01-01'), buildStep('signed', '2021-06-01')),
    ),
  ).toEqual([])
})

test('a record stands once in all dossiers', () => {
  expect(crossLines(...ground(), buildMeasure(), buildMeasure()).join()).toContain('is also in laws.yaml')
})

test('whatever is referred to must be there', () => {
  const measure = buildMeasure({
    relations: [{ type: 'revives', to: 'lost-bill', cites: cites('lost-source') }],
    impacts: [{ ...buildImpact('privacy'), said_by: { voice: 'communication', communication: 'lost-letter' } }],
  })
  const lines = crossLines(...ground(), measure).join('\n')
  expect(lines).toContain('names the measure "lost-bill"')
  expect(lines).toContain('names the source "lost-source"')
  expect(lines).toContain('names the communication "lost-letter"')
  expect(
    crossFaults([{ file: 'laws.yaml', record: buildMeasure() }], new Set(['jurisdiction xx', 'source gazette'])),
  ).toEqual([])
})

test('a day that has happened is no later than the sources that report it', () => {
  const early = buildSource({ slug: 'early', on: '2020-03-01' })
  const measure = (on: string, planned = false) =>
    steps(buildStep('in_force', on, { cites: cites('early'), ...(planned ? { planned } : {}) }))
  expect(crossLines(...ground(), early, measure('2020-03-01'))).toEqual([])
  expect(crossLines(...ground(), early, measure('2020-03-02')).join()).toContain(
    'later than every source that reports it',
  )
  expect(crossLines(...ground(), early, measure('2020-04-01', true))).toEqual([])
})

test('the JSON Schema describes every kind of record', () => {
  const text = JSON.stringify(dossierJsonSchema())
  for (const kind of [
    'measure',
    'communication',
    'event',
    'source',
    'family',
    'right',
    'instrument',
    'mandate',
    'jurisdiction',
  ])
    expect(text).toContain(`"const":"${kind}"`)
})

test('the dossier that the guide for editors shows is one', () => {
  const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(readFileSync('docs/for-editors.md', 'utf8')) ?? []
  const { records, faults } = readDossier('for-editors.md', example)
  expect(faults).toEqual([])
  expect(records.map(({ record }) => record)).toEqual(['source', 'measure'])
})

test('a field that is missing or of another type is told what to write there', () => {
  const { faults } = readDossier(
    'new.yaml',
    'dossier: 1\nrecords:\n  - { record: family, slug: ideas, title: { en: Ideas }, members: [a-bill], summary: 2030 }\n  - { record: family, slug: more, title: { en: More }, members: [a-bill] }\n',
  )
  expect(faults.map(({ field, message }) => `${field} ${message}`)).toEqual([
    'summary must be text; put quotes around text that looks like a number or a date.',
    'summary is missing; write text there.',
  ])
})
