import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../db/digest.ts'
import { diffRecords } from '../../../db/vocabulary/record-diff.ts'
import { buildMeasure, buildStep } from '../../support/build.ts'

const introduced = buildStep('introduced', '2020-01-15', { key: 'introduced' })
const adopted = buildStep('adopted', '2020-06-01', { key: 'adopted' })
const signed = buildStep('signed', '2020-07-01', { key: 'signed' })

test('a changed field is told with its path, and what it was and is', () => {
  expect(
    diffRecords(buildMeasure(), buildMeasure({ title: { en: 'Example bill', ru: 'Пример' }, kind: 'law' })),
  ).toEqual([
    { path: 'kind', is: 'changed', before: 'bill', after: 'law' },
    { path: 'title.ru', is: 'added', before: undefined, after: 'Пример' },
  ])
})

test('a step is known by its key: one that is put in before it does not make it another', () => {
  const before = buildMeasure({ steps: [introduced, signed] })
  const after = buildMeasure({ steps: [introduced, adopted, { ...signed, on: '2020-07-02' }] })
  expect(diffRecords(before, after)).toEqual([
    { path: 'steps.signed.on', is: 'changed', before: '2020-07-01', after: '2020-07-02' },
    { path: 'steps.adopted', is: 'added', before: undefined, after: adopted },
  ])
})

test('the same steps in another order are told as another order', () => {
  const before = buildMeasure({ steps: [introduced, adopted, signed] })
  const after = buildMeasure({ steps: [adopted, introduced, signed] })
  expect(diffRecords(before, after)).toEqual([
    {
      path: 'steps',
      is: 'order',
      before: ['introduced', 'adopted', 'signed'],
      after: ['adopted', 'introduced', 'signed'],
    },
  ])
})

test('an item that went away moves nothing', () => {
  const before = buildMeasure({ steps: [introduced, adopted, signed] })
  expect(diffRecords(before, buildMeasure({ steps: [introduced, signed] }))).toEqual([
    { path: 'steps.adopted', is: 'removed', before: adopted, after: undefined },
  ])
})

test('citations are known by their source, and questions by their number', () => {
  const cite = { source: 'gazette', certainty: 'reported' as const }
  const before = { cites: [cite], questions: [{ number: 1, gist: 'a' }] }
  const after = {
    cites: [{ ...cite, locator: 'p. 3' }],
    questions: [
      { number: 2, gist: 'b' },
      { number: 1, gist: 'c' },
    ],
  }
  expect(diffRecords(before, after).map(({ path, is }) => `${is} ${path}`)).toEqual([
    'added cites.gazette.locator',
    'changed questions.1.gist',
    'added questions.2',
  ])
})

test('two citations of one source are compared by their place', () => {
  const cite = (locator: string) => ({ source: 'gazette', locator })
  expect(diffRecords({ cites: [cite('1'), cite('2')] }, { cites: [cite('1'), cite('3')] })).toEqual([
    { path: 'cites.1.locator', is: 'changed', before: '2', after: '3' },
  ])
})

test('two values differ if and only if their canonical texts do, apart from order in named lists', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(diffRecords(a, a)).toEqual([])
      expect(diffRecords(a, JSON.parse(JSON.stringify(a)))).toEqual([])
      expect(diffRecords(a, b).length > 0).toBe(canonicalJson(a) !== canonicalJson(b))
    }),
  )
})
