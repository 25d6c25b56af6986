/** Where records stand: their pages, and their answers in the API. */
import type { Day } from '../db/vocabulary/edtf.ts'
import type { RecordKind } from '../db/vocabulary/lists.ts'

/** The name of each kind of record in addresses. */
export const RECORD_PATH: Readonly<Record<RecordKind, string>> = {
  jurisdiction: 'jurisdictions',
  mandate: 'mandates',
  right: 'rights',
  instrument: 'instruments',
  source: 'sources',
  measure: 'measures',
  communication: 'communications',
  event: 'events',
  family: 'families',
  rule_pack: 'rule-packs',
}

/** Kinds that are read through the API alone. */
const WITHOUT_PAGE: readonly RecordKind[] = ['mandate', 'instrument']

/** `base` is the address of the site, without a slash at its end. */
export function dataAddress(base: string, record: RecordKind, slug: string): string {
  return `${base}/api/${RECORD_PATH[record]}/${encodeURIComponent(slug)}`
}

export function pageAddress(base: string, record: RecordKind, slug: string): string {
  if (WITHOUT_PAGE.includes(record)) return dataAddress(base, record, slug)
  // A State's page is known by its code.
  const name = record === 'jurisdiction' ? slug.toUpperCase() : slug
  return `${base}/${RECORD_PATH[record]}/${encodeURIComponent(name)}`
}

/** The page of the path with version and day fixed. Other parameters stay; the part of the page comes last. */
export function permalinkOf(site: string, address: URL, { version, asOf }: { version: number; asOf: Day }): string {
  const pinned = new URL(address.pathname + address.search, site)
  pinned.searchParams.set('version', String(version))
  pinned.searchParams.set('asOf', asOf)
  return pinned.href + address.hash
}
