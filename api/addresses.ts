/** Where records stand: their pages, and their answers in the API. */
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
}

/** Kinds that have a page; the others are read through the API. */
const WITH_PAGE: readonly RecordKind[] = ['measure', 'communication', 'family']

/** `base` is the address of the site, without a slash at its end. */
export function dataAddress(base: string, record: RecordKind, slug: string): string {
  return `${base}/api/${RECORD_PATH[record]}/${encodeURIComponent(slug)}`
}

export function pageAddress(base: string, record: RecordKind, slug: string): string {
  return WITH_PAGE.includes(record)
    ? `${base}/${RECORD_PATH[record]}/${encodeURIComponent(slug)}`
    : dataAddress(base, record, slug)
}
