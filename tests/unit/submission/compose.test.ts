import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compose, stampOf } from '../../../web/submission/compose.ts'
import { factsOf } from '../../../web/submission/draft.ts'
import type { Paper } from '../../../web/submission/paper.ts'
import { toMarkdown } from '../../../web/submission/to-markdown.ts'
import { anyDraft, anyMaterial, draftOf, emptyDraft, WITHHELD } from './arbitrary-draft.ts'

const paragraphsOf = ({ sections }: Paper) => sections.flatMap(({ paragraphs }) => paragraphs)
const marksOf = (paper: Paper) =>
  paragraphsOf(paper).flatMap(({ runs }) => runs.flatMap((run) => ('note' in run ? [run.note] : [])))
const text = (words: string) =>
  draftOf({ version: 1, asOf: '2026-11-23', measures: [], communications: [], events: [], sources: {} }, [words])
const runsOf = (words: string) => paragraphsOf(compose(text(words))).map(({ kind, runs }) => ({ kind, runs }))

describe('any draft', () => {
  test('numbers its footnotes in reading order, each used once', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const paper = compose(draft)
        expect(marksOf(paper)).toEqual(paper.notes.map((_, i) => i + 1))
      }),
    )
  })

  test('has no fact without a note, neither in a paragraph nor in a table', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const paper = compose(draft)
        for (const { kind, runs } of paragraphsOf(paper)) {
          if (kind !== 'fact') continue
          // Every run of words is followed by its note.
          runs.forEach((run, i) => {
            expect('note' in run).toBe(i % 2 === 1)
          })
          expect(runs.length % 2).toBe(0)
        }
        for (const { key, rows } of paper.annexes)
          if (key !== 'sources') for (const row of rows) expect(row.at(-1)).toMatch(/^\[\d+\]/)
        for (const note of paper.notes) expect(note).toMatch(/^Ibid\.$|Title of s\d/)
      }),
    )
  })

  test('lists every source that it cites, in the order of its notes, and no other', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { annexes } = compose(draft)
        const listed = (annexes.find(({ key }) => key === 'sources')?.rows ?? []).map(
          ([, source]) => /Title of (s\d)/.exec(source ?? '')?.[1],
        )
        expect(new Set(listed)).toEqual(new Set(Object.keys(draft.sources)))
        const marks = annexes.flatMap(({ key, rows }) =>
          key === 'sources'
            ? []
            : rows.flatMap((row) => [...(row.at(-1) ?? '').matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n))),
        )
        expect(marks.every((mark) => mark >= 1 && mark <= listed.length)).toBe(true)
      }),
    )
  })

  test('never writes an address that is withheld', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const paper = compose(draft)
        expect(JSON.stringify(paper)).not.toContain(WITHHELD)
        expect(toMarkdown(paper)).not.toContain(WITHHELD)
      }),
    )
  })

  test('has Markdown with a footnote for each mark', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const paper = compose(draft)
        const written = toMarkdown(paper)
        expect([...written.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => Number(n))).toEqual(marksOf(paper))
      }),
    )
  })
})

test('a sentence that is left out takes its notes along', () => {
  fc.assert(
    fc.property(anyMaterial, (material) => {
      const draft = draftOf(material)
      const [block] = factsOf(draft)
      if (!block) return
      const leftOut = block.fact.sentences.map(({ key }) => key)
      const without = {
        ...draft,
        sections: draft.sections.map((section) => ({
          ...section,
          blocks: section.blocks.map((one) => (one === block ? { ...block, leftOut } : one)),
        })),
      }
      const kept = block.fact.sentences
        .filter(({ key }) => !block.leftOut.includes(key))
        .flatMap(({ pieces }) => pieces)
      expect(compose(without).notes).toHaveLength(compose(draft).notes.length - kept.length)
    }),
  )
})

test('an empty draft is a cover, and says that nothing is from the record', () => {
  const paper = compose(emptyDraft())
  expect(paper.sections).toEqual([])
  expect(paper.annexes).toEqual([])
  expect(stampOf(emptyDraft())).toBe('No fact of the Threatline record is in this paper.')
  expect(paper.cover.at(0)).toEqual({ is: 'title', text: 'Submission to the example body: Exampleland' })
})

describe('own text', () => {
  test('is cut into paragraphs, headings and items', () => {
    expect(runsOf('One\nline.\n\n## Under\n\n- first\n- second').map(({ kind }) => kind)).toEqual([
      'own',
      'heading',
      'item',
      'item',
    ])
    expect(runsOf('One\nline.')[0]?.runs).toEqual([{ text: 'One' }, { text: ' ' }, { text: 'line.' }])
  })

  test('keeps what is strong, soft and linked, and takes no script for a link', () => {
    expect(runsOf('**Yes** and *so*')[0]?.runs).toEqual([
      { text: 'Yes', strong: true },
      { text: ' and ' },
      { text: 'so', emphasis: true },
    ])
    expect(runsOf('[here](https://example.org/)')[0]?.runs).toEqual([{ text: 'here', href: 'https://example.org/' }])
    expect(JSON.stringify(runsOf('[here](javascript:alert(1))'))).not.toContain('href')
  })

  test('loses no word, whatever is typed', () => {
    const letters = (words: string) => words.replace(/[^\p{L}]/gu, '')
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}]{1,8}$/u), { maxLength: 30 }), (words) => {
        const typed = words.join(' ')
        const told = runsOf(typed).flatMap(({ runs }) => runs.map((run) => ('note' in run ? '' : run.text)))
        expect(letters(told.join(''))).toBe(letters(typed))
      }),
    )
    for (const typed of ['<b>bold</b>', '<div>a block</div>', 'a | b', '[note]: not a definition'])
      expect(
        runsOf(typed)
          .map(({ runs }) => runs.map((run) => ('note' in run ? '' : run.text)).join(''))
          .join(' '),
      ).toBe(typed)
  })
})
