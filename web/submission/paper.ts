/** A paper as every writer takes it: cover, numbered paragraphs with notes, annexes. */

export interface TextRun {
  text: string
  strong?: boolean
  emphasis?: boolean
  href?: string
}

/** The mark of a footnote: its number, from 1, as in `Paper.notes`. */
export interface NoteRun {
  note: number
}

export type Run = TextRun | NoteRun

/** `own` and `fact` are numbered through the paper; `item` belongs to a list, `heading` stands under the section's. */
export interface Paragraph {
  kind: 'own' | 'fact' | 'item' | 'heading'
  runs: readonly Run[]
}

export interface PaperSection {
  key: string
  title: string
  paragraphs: readonly Paragraph[]
}

/** A drawing, with its words for those who do not see it. */
export interface Figure {
  /** Base64. */
  png: string
  /** Pixels. */
  width: number
  height: number
  alt: string
}

export interface Annex {
  key: string
  title: string
  /** A sentence that says how to read the table; empty where none is needed. */
  says: string
  /** Stands before the table. */
  figure: Figure | null
  columns: readonly string[]
  /** Of each column, in per cent. */
  widths: readonly number[]
  rows: readonly (readonly string[])[]
}

export interface CoverLine {
  is: 'title' | 'organisation' | 'line'
  text: string
}

export interface Paper {
  /** BCP 47: of what the record says. */
  language: string
  title: string
  cover: readonly CoverLine[]
  sections: readonly PaperSection[]
  annexes: readonly Annex[]
  /** Footnotes in order; the first is number 1. */
  notes: readonly string[]
}
