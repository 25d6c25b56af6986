/**
 * Digests by which a dataset can be checked and two copies compared. A record's digest is SHA-256 over its salt and its
 * canonical JSON: the salt keeps a digest that outlives an erased text from telling what the text was. A version's digest is
 * SHA-256 over the digest before it, what it says of itself, and the digests of its records: a chain.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { RecordKind } from './vocabulary/lists.ts'

/** JSON with sorted keys: two bodies are the same record if this is the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  // As JSON.stringify has it: what is not there is left out of an object, and is null in a list.
  return JSON.stringify(value) ?? 'null'
}

/** ISO 8601 in UTC with milliseconds, whatever the driver or the caller wrote. */
export const instantOf = (at: string): string => new Date(at).toISOString()

/** 128 random bits. */
export const newSalt = (): string => randomBytes(16).toString('base64url')

export function recordDigest(salt: string, body: object): string {
  return createHash('sha256')
    .update(`${salt}\n${canonicalJson(body)}`)
    .digest('hex')
}

/** What a version's digest speaks for. `at` is an ISO 8601 instant in UTC with milliseconds. */
export interface VersionContent {
  number: number
  at: string
  author: string
  message: string
  rulesEdition: number
  records: readonly { record: RecordKind; slug: string; digest: string }[]
  retracted: readonly { record: RecordKind; slug: string }[]
}

const bySlug = (a: { record: string; slug: string }, b: { record: string; slug: string }): number =>
  a.record < b.record ? -1 : a.record > b.record ? 1 : a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0

/** `before` is the digest of the version before; empty for the first. */
export function versionDigest(before: string, content: VersionContent): string {
  const { number, at, author, message, rulesEdition, records, retracted } = content
  const hash = createHash('sha256').update(`${canonicalJson({ before, number, at, author, message, rulesEdition })}\n`)
  for (const { record, slug, digest } of records.toSorted(bySlug)) hash.update(`${record} ${slug} ${digest}\n`)
  for (const { record, slug } of retracted.toSorted(bySlug)) hash.update(`${record} ${slug} retracted\n`)
  return hash.digest('hex')
}
