/**
 * Addresses of the site and their files in a copy of it. The application that is copied believes itself at an address where nothing
 * can be, so that each of its addresses is known in whatever it writes.
 */
import type { Day } from '../../db/vocabulary/edtf.ts'

/** RFC 2606 keeps the ending `.invalid` free. */
export const NOWHERE = 'https://threatline.invalid'

/** What a whole copy is fixed to. */
export interface Fixed {
  version: number
  asOf: Day
  /** The timeline's choice, as in its address; empty for the whole record. */
  filter: Readonly<Record<string, string>>
}

/** Words of the filter that say how the timeline is drawn, not of what. */
const DRAWN = ['from', 'to', 'group', 'open', 'compare']
/** Of figures: a copy holds each in one size. */
const FIGURE = ['theme', 'width', 'size']

export interface Known {
  /** Path and query in one spelling, without what the copy is fixed to. */
  key: string
  /** With its sign; empty where there is none. */
  hash: string
  /** Path, query and part as they were written. */
  path: string
}

/** Null for addresses of others. `from` is the path that relative ones start at. */
export function knownAddress(href: string, { version, asOf, filter }: Fixed, from = '/'): Known | null {
  const base = NOWHERE + from
  if (!URL.canParse(href, base)) return null
  const { origin, pathname, search, searchParams, hash } = new URL(href, base)
  if (origin !== NOWHERE) return null
  const said = Object.fromEntries(
    [...searchParams].filter(([name, value]) => value && !(pathname.startsWith('/api/') && FIGURE.includes(name))),
  )
  if (said.jurisdiction) said.jurisdiction = said.jurisdiction.toLowerCase()
  if (said.version === String(version)) delete said.version
  if (said.asOf === asOf) delete said.asOf
  const isSame = (name: string) => said[name] === filter[name]
  if (Object.keys(filter).every((name) => DRAWN.includes(name) || isSame(name)))
    for (const name of Object.keys(filter)) if (isSame(name)) delete said[name]
  return { key: addressOf(pathname, said), hash, path: pathname + search + hash }
}

/** Of an address of the application. */
export const keyOf = (address: string, fixed: Fixed): string => knownAddress(address, fixed)?.key ?? address

/** Parameters sorted, so that the same question has one spelling. */
export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(query)
  parameters.sort()
  return parameters.size > 0 ? `${path}?${parameters}` : path
}

/**
 * From the folder of the copy on: `/measures/x` is `measures/x/index.html`, `/api/measures.csv?right=life` is
 * `api/measures/right/life.csv`; JSON has no ending in the API and has one here.
 */
export function fileOf(key: string): string {
  const { pathname, searchParams } = new URL(key, NOWHERE)
  const segments = decodeURIComponent(pathname).split('/').filter(Boolean)
  const said = [...searchParams].flat().map((word) => word.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-'))
  if (segments[0] !== 'api') return [...segments, ...said, 'index.html'].join('/')
  const [stem = '', ...endings] = segments.pop()?.split('.') ?? []
  return `${[...segments, stem, ...said].join('/')}.${endings.join('.') || 'json'}`
}

/** From one file of the copy to another. */
export function between(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}
