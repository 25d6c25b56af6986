import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compose } from '../../../web/submission/compose.ts'
import { countWords, measureLength, wordsOf } from '../../../web/submission/words.ts'
import { anyDraft, PACK } from './arbitrary-draft.ts'

const split = (text: string) => text.split(/\s+/).filter(Boolean).length

test('words are what stands between white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(countWords(text)).toBe(split(text))
    }),
  )
  expect(countWords('')).toBe(0)
  expect(countWords(' one, two\n\nthree—four\t')).toBe(3)
})

test('parts are counted apart, and marks of footnotes are no words', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const paper = compose(draft)
      const body = paper.sections.map(({ title, paragraphs }) =>
        [title, ...paragraphs.map(({ runs }) => runs.map((run) => ('note' in run ? '' : run.text)).join(''))].join(
          '\n',
        ),
      )
      expect(wordsOf(paper)).toEqual({
        cover: split(paper.cover.map(({ text }) => text).join('\n')),
        body: split(body.join('\n')),
        notes: split(paper.notes.join('\n')),
        annexes: split(
          paper.annexes
            .map(({ title, says, columns, rows }) => [title, says, ...columns, ...rows.flat()].join('\n'))
            .join('\n'),
        ),
      })
    }),
  )
})

describe('a paper against the limit', () => {
  const words = { body: 2800, notes: 100, cover: 50, annexes: 4000 }

  test('is within it by its text, where nobody says that more counts', () => {
    const { limits } = PACK
    const pack = { ...PACK, counted: PACK.counted.map((one) => ({ ...one, counts: one.part === 'body' })) }
    expect(measureLength({ ...pack, limits }, 'one', { ...words, cover: 0 })).toMatchObject({
      words: 2800,
      limit: 2815,
      is: 'within',
    })
  })

  test('may be over it by parts of which nobody says whether they count; a part that the pack leaves out is one of them', () => {
    expect(measureLength(PACK, 'one', words)).toEqual({
      limit: 2815,
      words: 2800,
      atMost: 2950,
      unsure: ['notes', 'cover'],
      is: 'over_if_all_count',
    })
  })

  test('is over it, and is not any more where several organisations write', () => {
    const long = { ...words, body: 2816 }
    expect(measureLength(PACK, 'one', long).is).toBe('over')
    expect(measureLength(PACK, 'joint', long)).toMatchObject({ limit: 5630, is: 'within' })
  })

  test('has none where none is known, however long it is', () => {
    const [limit] = PACK.limits
    const pack = {
      ...PACK,
      limits: [{ ...(limit as (typeof PACK.limits)[number]), scope: 'any' as const, words: null }],
    }
    expect(measureLength(pack, 'any', { ...words, body: 1_000_000 })).toMatchObject({
      limit: null,
      is: 'limit_not_known',
    })
  })
})
