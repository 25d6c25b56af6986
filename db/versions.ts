/**
 * Records and versions: the one way to write a public fact (`accept`), and the index that is rebuilt from the records
 * (`reindex`). A version is one transaction: it is there whole or not at all, and on the disk before it is acknowledged.
 */
import { sql } from 'kysely'
import { canonicalJson, instantOf, newSalt, recordDigest, versionDigest } from './digest.ts'
import { INDEX_TABLES, indexVersion } from './index-version.ts'
import type { DecisionEntry, Entry, SaltedRecord, VersionEntry } from './journal.ts'
import { journalled, type Writable } from './journalled.ts'
import { writeDone, writeMessage } from './messages.ts'
import { notifyOfVersion } from './news.ts'
import { decide, writeDecision, writeProposal } from './proposals.ts'
import type { Db, Trx } from './tables.ts'
import { EDITIONS, RulesUnknown, rulesOf, type StatusRules } from './vocabulary/editions.ts'
import type { RecordKind } from './vocabulary/lists.ts'
import { keyOf, type RecordName } from './vocabulary/record-name.ts'
import { batches } from './write-rows.ts'

/** A record as the store knows it: its name, and whatever else is in its body. */
export type StoredRecord = object & RecordName

export interface Acceptance {
  author: string
  message: string
  /** The instant of acceptance, ISO 8601 in UTC. */
  at: string
}

export interface Accepted {
  version: number
  added: number
  changed: number
  unchanged: number
  retracted: number
}

export type Progress = (done: number, of: number) => void

export interface AcceptOptions {
  /** Records that are taken back: they are in no version from this one on. */
  retract?: readonly RecordName[]
  /** The decision about a proposal that this acceptance carries out, written in the same transaction. */
  decides?: Pick<DecisionEntry, 'id' | 'by' | 'because'>
  /** The version that the caller has looked at: another one since then is refused (Overtaken). */
  after?: number
  progress?: Progress | undefined
  editions?: readonly StatusRules[] | undefined
}

/** The newest version's number; 0 in an empty store. */
export async function newestVersion(db: Db | Trx): Promise<number> {
  return (await newestOf(db))?.number ?? 0
}

function newestOf(db: Db | Trx) {
  return db
    .selectFrom('version')
    .select(['number', 'rules_edition', 'digest'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/**
 * One writer at a time, on a server too; readers are not held up. Writers wait and work as long as it takes: the limit on a
 * statement (connect.ts) is for readers.
 */
async function lockWriters(trx: Trx): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(trx)
  await sql`lock table version in exclusive mode`.execute(trx)
}

/** Another version was accepted since the caller looked. Look again and decide anew. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}

/**
 * Takes records into the store as one new version. Records equal to the current ones are left alone; if all are, and nothing
 * is retracted, no version is made. Each record must already be valid; what refers to what is the caller's to have checked.
 * Throws Overtaken, NotOpen (proposals.ts) or RulesUnknown (vocabulary/editions.ts).
 */
export function accept(
  store: Writable,
  records: readonly StoredRecord[],
  { author, message, at }: Acceptance,
  { retract = [], decides, after, progress, editions = EDITIONS }: AcceptOptions = {},
): Promise<Accepted> {
  return journalled(store, async (trx) => {
    await lockWriters(trx)
    const newest = await newestOf(trx)
    if (after !== undefined && after !== (newest?.number ?? 0))
      throw new Overtaken(`Version ${newest?.number} was accepted meanwhile. Look again and decide anew.`)
    const rulesEdition = editions.at(-1)?.edition ?? 0
    if (newest && newest.rules_edition > rulesEdition) throw new RulesUnknown(newest.rules_edition)
    const current = await currentOf(trx, [...records, ...retract])
    const fresh = records.filter((record) => {
      const known = current.get(keyOf(record))
      return !known || canonicalJson(known.body) !== canonicalJson(record)
    })
    const given = new Set(records.map(keyOf))
    const retracted = unique(retract).filter((name) => current.has(keyOf(name)))
    const torn = retracted.find((name) => given.has(keyOf(name)))
    if (torn) throw new RangeError(`${keyOf(torn)} is both given and retracted`)
    const changed = fresh.filter((record) => current.has(keyOf(record))).length
    const number = (newest?.number ?? 0) + 1
    const isVersion = fresh.length + retracted.length > 0
    const result: Accepted = {
      version: isVersion ? number : number - 1,
      added: fresh.length - changed,
      changed,
      unchanged: records.length - fresh.length,
      retracted: retracted.length,
    }
    const decision = decides && decisionEntry(decides, instantOf(at), result.version)
    if (decision) await decide(trx, decision)
    if (!isVersion) return { entry: decision ?? null, result }
    const salted = fresh.map((body): SaltedRecord => ({ salt: newSalt(), body }))
    const content = { number, at: instantOf(at), author, message, rulesEdition, retracted }
    const digests = digested(salted)
    const digest = versionDigest(newest?.digest ?? '', { ...content, records: digests })
    const entry: VersionEntry = { is: 'version', ...content, records: salted, digest }
    await writeVersion(trx, entry, digests, newest?.rules_edition ?? null, editions, progress)
    return { entry: decision ? { ...entry, decision } : entry, result }
  })
}

const unique = (names: readonly RecordName[]): RecordName[] => [
  ...new Map(names.map(({ record, slug }) => [keyOf({ record, slug }), { record, slug }])).values(),
]

const digested = (records: readonly SaltedRecord[]) =>
  records.map(({ salt, body }) => ({ record: body.record, slug: body.slug, digest: recordDigest(salt, body) }))

function decisionEntry({ id, by, because }: NonNullable<AcceptOptions['decides']>, at: string, version: number) {
  return { is: 'decision', id, decision: 'accepted', at, by, because, version } satisfies DecisionEntry
}

/** The slugs of records by their kind, in batches. */
function* batchesByKind(names: readonly RecordName[]): Generator<[RecordKind, string[]]> {
  const byKind = new Map<RecordKind, string[]>()
  for (const { record, slug } of names) {
    const slugs = byKind.get(record)
    if (slugs) slugs.push(slug)
    else byKind.set(record, [slug])
  }
  for (const [record, slugs] of byKind) for (const batch of batches(slugs)) yield [record, batch]
}

/** The current records among the named ones, by name. */
async function currentOf(trx: Trx, names: readonly RecordName[]) {
  const found = new Map<string, { body: object }>()
  for (const [record, slugs] of batchesByKind(names)) {
    const rows = await trx
      .selectFrom('record')
      .select(['slug', 'body'])
      .where('record', '=', record)
      .where('slug', 'in', slugs)
      .where('to_version', 'is', null)
      .execute()
    for (const { slug, body } of rows) found.set(keyOf({ record, slug }), { body })
  }
  return found
}

/** Closes the current records of these names with a version; gives how many there were. */
async function close(trx: Trx, version: number, names: readonly RecordName[], retracted: boolean): Promise<number> {
  let closed = 0
  for (const [record, slugs] of batchesByKind(names)) {
    const { numUpdatedRows } = await trx
      .updateTable('record')
      .set({ to_version: version, retracted })
      .where('record', '=', record)
      .where('slug', 'in', slugs)
      .where('to_version', 'is', null)
      .executeTakeFirstOrThrow()
    closed += Number(numUpdatedRows)
  }
  return closed
}

/**
 * Writes a version, its records and its index. `digests` are those of the records, in their order; `editionBefore` is that of
 * the version before, null for the first.
 */
async function writeVersion(
  trx: Trx,
  { number, at, author, message, rulesEdition, records, retracted, digest }: VersionEntry,
  digests: readonly { digest: string }[],
  editionBefore: number | null,
  editions: readonly StatusRules[],
  progress: Progress = () => {},
): Promise<void> {
  const counts = { added: 0, changed: 0, retracted: retracted.length, index_rows: 0 }
  await trx
    .insertInto('version')
    .values({ number, at, author, message, rules_edition: rulesEdition, digest, ...counts })
    .execute()
  const changed = await close(
    trx,
    number,
    records.map(({ body }) => body),
    false,
  )
  await close(trx, number, retracted, true)
  await trx
    .updateTable('version')
    .set({ added: records.length - changed, changed })
    .where('number', '=', number)
    .execute()
  const rows = records.map(({ salt, body }, i) => ({
    record: body.record,
    slug: body.slug,
    salt,
    digest: digests[i]?.digest,
    body,
  }))
  let done = 0
  for (const batch of batches(rows)) {
    await sql`insert into record (record, slug, from_version, salt, digest, body)
      select record, slug, ${number}::integer, salt, digest, body from json_to_recordset(${JSON.stringify(batch)}::json)
      as fresh (record text, slug text, salt text, digest text, body jsonb)`.execute(trx)
    done += batch.length
    progress(done, records.length)
  }
  await index(trx, { number, edition: rulesEdition, editionBefore }, editions)
  await notifyOfVersion(trx, number)
}

/** Writes a version's index, and how many rows it took, by which a damaged index is known (recover.ts). */
async function index(
  trx: Trx,
  { number, edition, editionBefore }: { number: number; edition: number; editionBefore: number | null },
  editions: readonly StatusRules[],
): Promise<void> {
  const isNewEdition = editionBefore !== null && editionBefore !== edition
  const rows = await indexVersion(trx, number, rulesOf(edition, editions), isNewEdition)
  await trx.updateTable('version').set({ index_rows: rows }).where('number', '=', number).execute()
}

export interface ReplayOptions {
  progress?: Progress
  editions?: readonly StatusRules[]
}

/** A version does not follow from what is in the store: something is missing before it, or it was changed. */
export class ChainBroken extends Error {
  override name = 'ChainBroken'
}

/**
 * Writes an entry of a journal or backup as it was written first. What the store has already is passed over. Throws ChainBroken
 * if a version does not follow from the store's newest.
 */
export function replay(store: Writable, entry: Entry, options: ReplayOptions = {}): Promise<'written' | 'known'> {
  return journalled(store, async (trx) => {
    const result = await replayInto(trx, entry, options)
    return { entry: result === 'written' ? entry : null, result }
  })
}

async function replayInto(
  trx: Trx,
  entry: Entry,
  { progress, editions = EDITIONS }: ReplayOptions,
): Promise<'written' | 'known'> {
  if (entry.is === 'closing') return 'known'
  await lockWriters(trx)
  if (entry.is === 'proposal') return writeProposal(trx, entry)
  if (entry.is === 'decision') return writeDecision(trx, entry)
  if (entry.is === 'message') return writeMessage(trx, entry)
  if (entry.is === 'done') return writeDone(trx, entry)
  const newest = await newestOf(trx)
  if (newest && entry.number <= newest.number) {
    const known = await trx.selectFrom('version').select('digest').where('number', '=', entry.number).executeTakeFirst()
    if (known?.digest !== entry.digest)
      throw new ChainBroken(`Version ${entry.number} is another one in the store; the two do not belong together.`)
    return 'known'
  }
  const digests = digested(entry.records)
  const digest = versionDigest(newest?.digest ?? '', { ...entry, records: digests })
  if (entry.number !== (newest?.number ?? 0) + 1 || digest !== entry.digest)
    throw new ChainBroken(`Version ${entry.number} does not follow from version ${newest?.number ?? 0}.`)
  await writeVersion(trx, entry, digests, newest?.rules_edition ?? null, editions, progress)
  if (entry.decision) await writeDecision(trx, entry.decision)
  return 'written'
}

/** Rebuilds every index table from the records, version by version, each by the rules it was made with. */
export function reindex(db: Db, { progress = () => {}, editions = EDITIONS }: ReplayOptions = {}): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockWriters(trx)
    for (const table of INDEX_TABLES) await trx.deleteFrom(table).execute()
    const versions = await trx.selectFrom('version').select(['number', 'rules_edition']).orderBy('number').execute()
    let before: number | null = null
    for (const [i, { number, rules_edition: edition }] of versions.entries()) {
      await index(trx, { number, edition, editionBefore: before }, editions)
      before = edition
      progress(i + 1, versions.length)
    }
  })
}

/** In whose name the versions are made that bring a new edition of the rules. */
export const RULES_AUTHOR = 'threatline'

/**
 * Makes a version that brings the newest edition of the rules, if the store's newest version has an older one. Versions before
 * keep theirs. Null if there is nothing to do.
 */
export function adoptRules(
  store: Writable,
  at: string,
  editions: readonly StatusRules[] = EDITIONS,
): Promise<number | null> {
  return journalled(store, async (trx) => {
    await lockWriters(trx)
    const newest = await newestOf(trx)
    const rulesEdition = editions.at(-1)?.edition ?? 0
    if (!newest || newest.rules_edition >= rulesEdition) return { entry: null, result: null }
    const content = {
      number: newest.number + 1,
      at: instantOf(at),
      author: RULES_AUTHOR,
      message: `The status rules, edition ${rulesEdition}`,
      rulesEdition,
      records: [],
      retracted: [],
    }
    const entry: VersionEntry = { is: 'version', ...content, digest: versionDigest(newest.digest, content) }
    await writeVersion(trx, entry, [], newest.rules_edition, editions)
    return { entry, result: entry.number }
  })
}

/** Tells the planner how many rows there are: after a load, since nothing analyses an embedded store by itself. */
export function analyse(db: Db): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`analyze`.execute(trx)
  })
}
