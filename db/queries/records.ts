import { sql } from 'kysely'
import { isWithin } from '../expressions/jurisdiction.ts'
import { beyond, type KeysetPage, ordering } from '../expressions/keyset.ts'
import { isInVersion } from '../expressions/version.ts'
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
  if (slugs) query = query.where('slug', 'in', [...slugs])
  if (from) query = query.where(from)
  if (page.limit) query = query.limit(page.limit)
  const rows = await query.execute()
  return rows.map((row) => row.body)
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

export interface ConversationFilter {
  jurisdiction?: string | undefined
  kind?: string | undefined
  /** About at least one of these measures. */
  measures?: readonly string[] | undefined
  /** About a measure that touches the right. */
  right?: string | undefined
  /** About a measure of the family. */
  family?: string | undefined
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

/** Communications or events that pass the filter. One statement. */
export async function listAbout(
  db: Db,
  table: 'communication' | 'event',
  filter: ConversationFilter,
  version: number,
  { sort = 'slug', ...page }: KeysetPage & { sort?: AboutSort | undefined } = {},
) {
  if (filter.slugs?.length === 0) return []
  // The two index tables have the same columns for all that is asked here; one name lets the types follow.
  const items = table as 'communication'
  const joined = `${items}_measure` as const
  const { measures, right, family, mandate, reply, from, to } = filter
  const order = {
    slug: 'item.slug',
    column: sort === 'on' ? ({ name: 'item.on_earliest', type: 'date' } as const) : null,
  }
  const start = beyond(order, page)
  let query = db
    .selectFrom('record')
    .innerJoin(`${items} as item`, 'item.record_id', 'record.id')
    .where((eb) => isInVersion(eb, 'record', version))
    .select('record.body')
  for (const by of ordering(order, page)) query = query.orderBy(by)
  if (filter.slugs) query = query.where('item.slug', 'in', [...filter.slugs])
  if (filter.jurisdiction) query = query.where(isWithin('item.jurisdiction', filter.jurisdiction))
  if (filter.kind) query = query.where('item.kind', '=', filter.kind)
  if (measures)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom(`${joined} as about`)
          .whereRef('about.record_id', '=', 'record.id')
          .where('about.measure', 'in', measures.length ? [...measures] : ['']),
      ),
    )
  if (right)
    query = query.where(
      sql<boolean>`exists (select from ${sql.table(joined)} as about
        join measure on measure.slug = about.measure join record as owner on owner.id = measure.record_id
        join impact on impact.record_id = measure.record_id
        where about.record_id = record.id and impact.right_slug = ${right} and impact.counts
          and owner.from_version <= ${version} and (owner.to_version is null or owner.to_version > ${version}))`,
    )
  if (family)
    query = query.where(
      sql<boolean>`exists (select from ${sql.table(joined)} as about
        join family_member as member on member.measure = about.measure join record as owner on owner.id = member.record_id
        where about.record_id = record.id and member.family = ${family}
          and owner.from_version <= ${version} and (owner.to_version is null or owner.to_version > ${version}))`,
    )
  if (mandate)
    query = query.where(
      sql<boolean>`record.id in (select record_id from communication_mandate where communication_mandate.mandate = ${mandate})`,
    )
  if (reply) query = query.where(sql<boolean>`item.reply = ${reply}`)
  if (from) query = query.where((eb) => eb.or([eb('item.on_latest', 'is', null), eb('item.on_latest', '>=', from)]))
  if (to) query = query.where((eb) => eb.or([eb('item.on_earliest', 'is', null), eb('item.on_earliest', '<=', to)]))
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

/** Communications whose list of earlier letters names this one. */
export async function listCommunicationsNaming(db: Db, slug: string, version: number) {
  const rows = await db
    .selectFrom('record')
    .where('record.record', '=', 'communication')
    .where((eb) => isInVersion(eb, 'record', version))
    .where(sql<boolean>`record.body->'earlier' @> ${JSON.stringify([{ resolved_to: slug }])}::jsonb`)
    .select('record.body')
    .orderBy('record.slug')
    .execute()
  return rows.map((row) => row.body)
}

/** Versions, newest first, with how many records each added, changed and retracted. */
export function listVersions(
  db: Db,
  { before, limit }: { before?: number | undefined; limit?: number | undefined } = {},
) {
  let query = db
    .selectFrom('version')
    .select(['number', 'at', 'author', 'message', 'rules_edition', 'digest'])
    .select([
      sql<number>`(select count(*) from record where from_version = version.number and not exists (
        select from record as older where older.record = record.record and older.slug = record.slug and older.to_version = version.number))`.as(
        'added',
      ),
      sql<number>`(select count(*) from record where from_version = version.number and exists (
        select from record as older where older.record = record.record and older.slug = record.slug and older.to_version = version.number))`.as(
        'changed',
      ),
      sql<number>`(select count(*) from record where to_version = version.number and not exists (
        select from record as newer where newer.record = record.record and newer.slug = record.slug and newer.from_version = version.number))`.as(
        'retracted',
      ),
    ])
    .orderBy('number', 'desc')
  if (before !== undefined) query = query.where('number', '<', before)
  if (limit) query = query.limit(limit)
  return query.execute()
}
