import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Check, check, undecidedNames } from '../../../web/submission/checks.ts'
import { compose } from '../../../web/submission/compose.ts'
import { type Draft, factsOf } from '../../../web/submission/draft.ts'
import { measureLength, wordsOf } from '../../../web/submission/words.ts'
import { anyMaterial, draftOf, emptyDraft, PACK } from './arbitrary-draft.ts'

const NOTHING = { version: 1, asOf: '2026-11-23', measures: [], communications: [], events: [], sources: {} }
const checks = (draft: Draft): Check[] => check(draft, measureLength(draft.pack, draft.scope, wordsOf(compose(draft))))
const keys = (draft: Draft) => checks(draft).map(({ key }) => key)

test('what is asked for and not there is missing, and is not once it is written', () => {
  expect(keys(emptyDraft())).toEqual(['part-who', 'organisations', 'contact', 'facts'])
  const written = {
    ...draftOf(NOTHING, ['We are an example.']),
    organisations: [{ name: 'Example', contact: 'office@example.org' }],
  }
  expect(keys(written)).toEqual(['facts'])
  expect(keys({ ...emptyDraft(), organisations: [{ name: '  ', contact: '' }] })).toContain('organisations')
})

test('what is too long is told by how much; where no limit is known, that is told', () => {
  const long = draftOf(NOTHING, ['word '.repeat(2814)])
  // The heading has two words.
  expect(checks(long).find(({ is }) => is === 'length')?.says).toMatch(/^1 words too long: 2,816 of at most 2,815/)
  const unknown = {
    ...long,
    pack: {
      ...PACK,
      limits: [{ scope: 'one' as const, words: null, says: '', standing: 'unknown' as const, cites: [] }],
    },
  }
  expect(checks(unknown).find(({ is }) => is === 'length')?.says).toMatch(/is not known/)
})

test('every fact that is alleged, thin or disputed is listed, and no other', () => {
  fc.assert(
    fc.property(anyMaterial, (material) => {
      const draft = draftOf(material)
      const found = checks(draft)
      const about = (key: string) => found.find((one) => one.key === key)?.about ?? []
      const kept = factsOf(draft).map(({ fact, leftOut }) => ({
        fact,
        sentences: fact.sentences.filter(({ key }) => !leftOut.includes(key)),
      }))
      const pieces = (one: (typeof kept)[number]) => one.sentences.flatMap(({ pieces }) => pieces)
      const isOnlyAlleged = (one: (typeof kept)[number]) =>
        pieces(one).some(
          ({ cites }) =>
            cites.some(({ certainty }) => certainty === 'alleged') &&
            cites.every(({ certainty }) => ['alleged', 'inferred'].includes(certainty)),
        )
      expect(about('alleged')).toHaveLength(kept.filter(isOnlyAlleged).length)
      const isThin = (one: (typeof kept)[number]) =>
        new Set(pieces(one).flatMap(({ cites }) => cites.map(({ source }) => source))).size === 1
      expect(about('thin')).toHaveLength(kept.filter(isThin).length)
      const isDisputed = kept.some(({ sentences }) => sentences.some(({ disputes }) => disputes.length > 0))
      expect(about('disputed').length > 0).toBe(isDisputed)
    }),
  )
})

test('likely names in own text are asked about until somebody has decided', () => {
  const draft = draftOf(NOTHING, ['The court heard Ms. Examplova on Monday.'])
  expect(undecidedNames(draft)).toEqual(['Examplova'])
  expect(keys(draft)).toContain('names')
  expect(undecidedNames({ ...draft, mayBeNamed: ['Examplova'] })).toEqual([])
})
