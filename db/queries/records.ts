import { type RawBuilder, sql } from 'kysely'
import { mayBeWithin } from '../expressions/dates.ts'
import { isWithin } from '../expressions/jurisdiction.ts'
import { beyond, type KeysetPage, ordering } from '../expressions/keyset.ts'
import { isAmong, isOneOf } from '../expressions/one-of.ts'
import { inVersion, isInVersion } from '../expressions/version.ts'
import { referenceKey } from '../record-index.ts'
import type { Db } from '../tables.ts'
import type { Day } from '../vocabulary/edtf.ts'
import type { RecordKind, ReplyState } from '../vocabulary/lists.ts'

export type Page = Pick<KeysetPage, 'after' | 'limit' | 'descending'>

/** Bodies of records of one kind in a version, by slug; only those with the slugs, where given. */
export async function listBodies(
  db: Db,
  record: RecordKind,
  version: number,
  { slugs, ...page }: Page & { slugs?: readonly string[] | undefined } = {},
) {
  if (slugs?.length === 0) return []
  const order = { slug: 'record.slug', column: null }
  const from = beyond(order, page)
  let query = db
    .selectFrom('record')
    .where('record.record', '=', record)
    .where((eb) => isInVersion(eb, 'record', version))
    .select('body')
  for (const by of ordering(order, page)) query = query.orderBy(by)
  if (slugs) query = query.where(isOneOf('record.slug', slugs))
  if (from) query = query.where(from)
  if (page.limit) query = query.limit(page.limit)
  const rows = await query.execute()
  return rows.map((row) => row.body)
}

/** What sources are found by, of every source of a version. */
export function listSourceLines(db: Db, version: number) {
  return db
    .selectFrom('record')
    .where('record.record', '=', 'source')
    .where((eb) => isInVersion(eb, 'record', version))
    .select('record.slug')
    .select([sql<string>`body->>'publisher'`.as('publisher'), sql<string | null>`body->>'on'`.as('on')])
    .execute()
}

/** Bodies of all records in a version, by kind and slug. */
export async function listAllBodies(db: Db, version: number) {
  const rows = await db
    .selectFrom('record')
    .where((eb) => isInVersion(eb, 'record', version))
    .select('body')
    .orderBy('record')
    .orderBy('slug')
    .execute()
  return rows.map((row) => row.body)
}

/** Bodies of the mandates that wrote at least one communication of the version, by slug. */
export async function listWriting(db: Db, version: number) {
  const senders = await db
    .selectFrom('communication_mandate as sender')
    .innerJoin('record', 'record.id', 'sender.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .select('sender.mandate')
    .distinct()
    .execute()
  return listBodies(db, 'mandate', version, { slugs: senders.map(({ mandate }) => mandate) })
}

export interface ConversationFilter {
  jurisdiction?: string | undefined
  kind?: string | undefined
  /** About at least one of these measures: their slugs, or a query of them. */
  measures?: readonly string[] | RawBuilder<unknown> | undefined
  /** About a measure that touches the right. */
  right?: string | undefined
  /** About a measure of the family. */
  family?: string | undefined
  /** Events only: about at least one of `measures`, or touching this right by themselves. */
  orTouching?: string | undefined
  /** Events only: belonging to this communication. */
  communication?: string | undefined
  /** Communications only: naming this one among the letters before them. */
  earlier?: string | undefined
  /** Communications only: sent by this mandate; what is known of a reply. */
  mandate?: string | undefined
  reply?: ReplyState | undefined
  from?: Day | undefined
  to?: Day | undefined
  slugs?: readonly string[] | undefined
}

/** What communications and events can be sorted by; ties by slug. */
export const ABOUT_SORTS = ['slug', 'on'] as const
export type AboutSort = (typeof ABOUT_SORTS)[number]

/** Communications or events of the version that pass the filter; what is selected of them is the caller's to say. */
export function aboutWhere(
  db: Pick<Db, 'selectFrom'>,
  table: 'communication' | 'event',
  filter: ConversationFilter,
  version: number,
) {
  // The two index tables have the same columns for all that is asked here; one name lets the types follow.
  const items = table as 'communication'
  const joined = sql.table(`${items}_measure`)
  const { measures, orTouching, communication, earlier, right, family, mandate, reply, from, to } = filter
  let query = db
    .selectFrom('record')
    .innerJoin(`${items} as item`, 'item.record_id', 'record.id')
    .where((eb) => isInVersion(eb, 'record', version))
  if (filter.slugs) query = query.where(isOneOf('item.slug', filter.slugs))
  if (filter.jurisdiction) query = query.where(isWithin('item.jurisdiction', filter.jurisdiction))
  if (filter.kind) query = query.where('item.kind', '=', filter.kind)
  if (measures) {
    const about = sql`item.record_id in (select about.record_id from ${joined} as about where ${isAmong('about.measure', measures)})`
    query = query.where(
      orTouching
        ? sql<boolean>`(${about} or item.record_id in (select touching.record_id from event_right as touching where touching.right_slug = ${orTouching}))`
        : sql<boolean>`${about}`,
    )
  }
  if (communication)
    query = query.where(
      sql<boolean>`item.record_id in (select belonging.record_id from event_communication as belonging where belonging.communication = ${communication})`,
    )
  if (earlier)
    query = query.where(
      sql<boolean>`item.record_id in (select naming.record_id from communication_earlier as naming where naming.earlier = ${earlier})`,
    )
  if (right)
    query = query.where(
      sql<boolean>`item.record_id in (select about.record_id from ${joined} as about where about.measure = any(array(
        select measure.slug from impact join measure on measure.record_id = impact.record_id
        join record as owner on owner.id = impact.record_id
        where impact.right_slug = ${right} and impact.counts and ${inVersion('owner', version)})))`,
    )
  if (family)
    query = query.where(
      sql<boolean>`item.record_id in (select about.record_id from ${joined} as about
        join family_member as member on member.measure = about.measure join record as owner on owner.id = member.record_id
        where member.family = ${family} and ${inVersion('owner', version)})`,
    )
  if (mandate)
    query = query.where(
      sql<boolean>`item.record_id in (select sender.record_id from communication_mandate as sender where sender.mandate = ${mandate})`,
    )
  if (reply) query = query.where(sql<boolean>`item.reply = ${reply}`)
  if (from || to) query = query.where(mayBeWithin('item', from, to))
  return query
}

/** Communications or events that pass the filter. One statement. */
export async function listAbout(
  db: Db,
  table: 'communication' | 'event',
  filter: ConversationFilter,
  version: number,
  { sort = 'slug', ...page }: KeysetPage & { sort?: AboutSort | undefined } = {},
) {
  if (filter.slugs?.length === 0) return []
  const order = {
    slug: 'item.slug',
    column: sort === 'on' ? ({ name: 'item.on_earliest', type: 'date', open: true } as const) : null,
  }
  const start = beyond(order, page)
  let query = aboutWhere(db, table, filter, version).select('record.body')
  for (const by of ordering(order, page)) query = query.orderBy(by)
  if (start) query = query.where(start)
  if (page.limit) query = query.limit(page.limit)
  const rows = await query.execute()
  return rows.map((row) => row.body)
}

/** The communication with the slug, or else with the published reference, in any spelling ("AL KGZ 2/2021", al-kgz-2-2021). */
export async function findCommunication(db: Db, slugOrReference: string, version: number) {
  const key = referenceKey(slugOrReference)
  const rows = await db
    .selectFrom('communication')
    .innerJoin('record', 'record.id', 'communication.record_id')
    .where((eb) => isInVersion(eb, 'record', version))
    .where((eb) => eb.or([eb('communication.slug', '=', key), eb('communication.reference_key', '=', key)]))
    .select(['communication.slug', 'record.body'])
    .execute()
  return (rows.find((row) => row.slug === key) ?? rows[0])?.body ?? null
}

/** Versions, newest first, with how many records each added, changed and retracted. */
export function listVersions(
  db: Db,
  { before, limit }: { before?: number | undefined; limit?: number | undefined } = {},
) {
  let query = db
    .selectFrom('version')
    .select(['number', 'at', 'author', 'message', 'rules_edition', 'digest', 'added', 'changed', 'retracted'])
    .orderBy('number', 'desc')
  if (before !== undefined) query = query.where('number', '<', before)
  if (limit) query = query.limit(limit)
  return query.execute()
}
