/**
 * Facts of the record as sentences, each piece with what it rests on. A sentence says “reportedly” or “allegedly” by itself
 * wherever no source states the thing on its own authority, so that no copy of it can lose that.
 */
import type { CitationView, DisagreementView, WireDate } from '../../api/contract/views.ts'
import type { Certainty, ReplyState } from '../../db/vocabulary/lists.ts'

/** Words and what they rest on; never without a citation. */
export interface Piece {
  text: string
  cites: readonly CitationView[]
}

export interface Sentence {
  /** Its name within the fact, the same in every version. */
  key: string
  pieces: readonly Piece[]
  /** What sources say differently, and why one is followed. */
  disputes: readonly { about: string; reason: string }[]
}

export interface DatedPiece extends Piece {
  on: WireDate
}

/** One record as a submission tells it. */
export interface Fact {
  record: 'measure' | 'communication' | 'event'
  slug: string
  /** As published: "AL KGZ 2/2021"; null where there is none. */
  symbol: string | null
  title: string
  /** The kind in a word: "Bill", "Allegation letter". */
  kind: string
  sentences: readonly Sentence[]
  /** Keys of sentences that stand at hand and are left out at first. */
  besides: readonly string[]
  /** For the chronology. */
  dated: readonly DatedPiece[]
  /** Of a measure: its status on the day, for the table. */
  status: string | null
  /** Of a letter: what is known of a reply on the day. */
  reply: (Piece & { state: ReplyState }) | null
  questions: readonly { number: number; gist: string; locator: string }[]
}

/** How sure a fact is: as sure as the surest of what it rests on. */
export function certaintyOf(cites: readonly CitationView[]): Certainty {
  const order: readonly Certainty[] = ['stated', 'reported', 'alleged', 'inferred']
  return order.find((certainty) => cites.some((cite) => cite.certainty === certainty)) ?? 'alleged'
}

const HEDGES: Readonly<Record<Certainty, string>> = {
  stated: '',
  reported: 'reportedly',
  alleged: 'allegedly',
  inferred: 'by inference',
}
export const hedgeOf = (cites: readonly CitationView[]): string => HEDGES[certaintyOf(cites)]

/** "Reportedly: …", before a sentence of the record that stands as it is. */
export const hedged = (text: string, cites: readonly CitationView[]): string => {
  const hedge = hedgeOf(cites)
  return hedge ? `${capital(hedge)}: ${text}` : text
}
/** ", reportedly", after what it is about. */
export const inBrackets = (hedge: string): string => (hedge ? `, ${hedge}` : '')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
/** With a full stop, unless it has an end already. */
export const ended = (text: string): string => (/[.!?…]["”’)]?$/.test(text) ? text : `${text}.`)

export const disputesOf = (disagreements: readonly DisagreementView[]) =>
  disagreements.map(({ about, reason }) => ({ about, reason }))
