/** How long a paper is, part by part, and whether that is within what the mechanism takes. */
import type { RulePackView } from '../../api/contract/views.ts'
import { COUNTED_PARTS, type CountedPart, type LimitScope } from '../../db/vocabulary/lists.ts'
import type { Paper, Paragraph } from './paper.ts'

/** Words as `wc -w` counts them: what stands between white space. */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const isSpace = SPACE.test(text.charAt(i))
    if (!isSpace && !inWord) words++
    inWord = !isSpace
  }
  return words
}
const SPACE = /\s/

export type WordCounts = Readonly<Record<CountedPart, number>>

/** Numbers of paragraphs and marks of footnotes are no words. */
export function wordsOf(paper: Paper): WordCounts {
  const cells = (rows: readonly (readonly string[])[]) => sum(rows.flat().map(countWords))
  return {
    cover: sum(paper.cover.map(({ text }) => countWords(text))),
    body: sum(paper.sections.map(({ title, paragraphs }) => countWords(title) + sum(paragraphs.map(wordsIn)))),
    notes: sum(paper.notes.map(countWords)),
    annexes: sum(
      paper.annexes.map(
        ({ title, says, columns, rows }) => countWords(title) + countWords(says) + cells([columns]) + cells(rows),
      ),
    ),
  }
}

const counted = new WeakMap<Paragraph, number>()

function wordsIn(paragraph: Paragraph): number {
  const known = counted.get(paragraph)
  if (known !== undefined) return known
  const words = countWords(paragraph.runs.map((run) => ('note' in run ? '' : run.text)).join(''))
  counted.set(paragraph, words)
  return words
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

export interface Length {
  /** Null: the mechanism's limit is not known. */
  limit: number | null
  /** Of the parts that count for certain. */
  words: number
  /** With those of which nobody says whether they count. */
  atMost: number
  /** Parts of which nobody says whether they count. */
  unsure: readonly CountedPart[]
  is: 'within' | 'over' | 'over_if_all_count' | 'limit_not_known'
}

/** Where a pack says nothing of a part, nothing is known of it; but the text itself is what any limit is for. */
export function measureLength({ limits, counted }: RulePackView, scope: LimitScope, words: WordCounts): Length {
  const limit = limits.find((one) => one.scope === scope)?.words ?? null
  const says = (part: CountedPart) =>
    part === 'body' ? true : (counted.find((one) => one.part === part)?.counts ?? null)
  const certain = COUNTED_PARTS.filter((part) => says(part) === true)
  const unsure = COUNTED_PARTS.filter((part) => says(part) === null)
  const known = sum(certain.map((part) => words[part]))
  const atMost = known + sum(unsure.map((part) => words[part]))
  const is =
    limit === null ? 'limit_not_known' : known > limit ? 'over' : atMost > limit ? 'over_if_all_count' : 'within'
  return { limit, words: known, atMost, unsure, is }
}
