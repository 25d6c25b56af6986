/** What can be cited: a record, a part of one, or a view of many, as it stood in one version on one day. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { WireDate } from '../contract/views.ts'

export const CITED_KINDS = ['bill', 'law', 'letter', 'event', 'source', 'page'] as const
export type CitedKind = (typeof CITED_KINDS)[number]

export interface Cited {
  kind: CitedKind
  /** Its own words: a short title, a letter's heading, a step's label with the title of its measure. */
  title: string
  /** Offices and bodies that it is from, as far as it is from anybody; no persons. */
  from: readonly string[]
  /** A letter's reference, a bill's number in parliament. */
  number: string | null
  /** "Allegation letter", "Bill". */
  genre: string | null
  /** Its own date, with all its doubt. */
  on: WireDate | null
  /** "Kyrgyzstan". */
  state: string | null
  /** What the record says of it on the day: "In force since 5 May 2021." */
  says: string | null
  /** Of a source: where it stands itself, where a copy is kept, and the day on which it was read. */
  outside: { address: string; archived: string | null; read: WireDate } | null
}

/** A citation with where it is found again: the same bytes at the same address for ever, save erasure. */
export interface Citation extends Cited {
  permalink: string
  version: number
  asOf: Day
  /** Name of a BibTeX entry: unique for the record and version. */
  key: string
}

/** Letters, digits and hyphens, of which every reference manager takes an entry's name. */
export function keyOf({ pathname, search, hash }: URL, version: number): string {
  const words = `${pathname} ${search} ${hash}`.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return ['threatline', ...words, `v${version}`].join('-')
}
