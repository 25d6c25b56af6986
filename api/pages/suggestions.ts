/** For who asks for a name that is not there: the records whose names are most like it. */
import { listLike } from '../../db/queries/names.ts'
import { newestVersion } from '../../db/versions.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import type { Suggestion } from '../../web/pages/problem-page.ts'
import type { Service } from '../service.ts'

const KINDS: readonly RecordKind[] = [
  'measure',
  'communication',
  'event',
  'family',
  'right',
  'jurisdiction',
  'source',
  'rule_pack',
]
/** Words of an address that stand in every other slug say nothing. */
const SHORTEST_WORD = 3
const MOST_WORDS = 8
const CANDIDATES = 200
const SHOWN = 6

export async function suggestionsFor({ db }: Service, path: string): Promise<Suggestion[]> {
  const wanted = nameIn(path)
  const words = [...new Set(wanted.split('-'))].filter((word) => word.length >= SHORTEST_WORD).slice(0, MOST_WORDS)
  const found = await listLike(db, words, KINDS, await newestVersion(db), CANDIDATES)
  return found
    .map((one) => ({ ...one, likeness: likeness(wanted, one.slug) }))
    .sort((a, b) => b.likeness - a.likeness || (a.slug < b.slug ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ record, slug, title }) => ({ record, slug, title }))
}

/** The last part of the path as a slug would spell it. */
function nameIn(path: string): string {
  let last = path.split('/').filter(Boolean).at(-1) ?? ''
  try {
    last = decodeURIComponent(last)
  } catch {
    // A malformed address is compared as it stands.
  }
  return last
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 120)
}

const threes = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, i) => text.slice(i, i + 3)))

/** Shared runs of three signs among all: 1 is the same name. */
function likeness(a: string, b: string): number {
  const [x, y] = [threes(a), threes(b)]
  const shared = [...x].filter((run) => y.has(run)).length
  return shared / (x.size + y.size - shared)
}
