/**
 * What looks at the links of sources found. It stands beside the versions and not in them: a record says what a source says, and
 * that does not change when a site is closed.
 */
import { type RawBuilder, sql } from 'kysely'
import { isWithin } from './expressions/jurisdiction.ts'
import { isOneOf } from './expressions/one-of.ts'
import { inVersion, isInVersion } from './expressions/version.ts'
import type { Db, LinkCheckTable, Trx } from './tables.ts'
import { afterLook, isDead, type LinkStanding, type LinkState } from './vocabulary/links.ts'

/** What one look found. */
export interface Finding {
  state: LinkState
  code: number | null
  leadsTo: string | null
}

/** A source of a version with its link, and when that was last looked at. */
export interface SourceLink {
  slug: string
  /** Null where none is known, or it is withheld. */
  address: string | null
  checkedAt: string | null
}

/** Keeps what a look at an instant (ISO 8601) found. */
export function saveFinding(db: Db, address: string, finding: Finding, at: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('link_check')
      .selectAll()
      .where('address', '=', address)
      .forUpdate()
      .executeTakeFirst()
    const standing = afterLook(before ? standingOf(before) : null, finding.state, at.slice(0, 10))
    const row = {
      state: finding.state,
      code: finding.code,
      checked_at: at,
      since: standing.since,
      days: standing.days,
      last_good_on: standing.lastGoodOn,
      is_dead: isDead(standing),
    }
    await trx
      .insertInto('link_check')
      .values({ address, ...row })
      .onConflict((conflict) => conflict.column('address').doUpdateSet(row))
      .execute()
    if (toldOf(before) !== toldOf(row)) await tellReaders(trx, at)
  })
}

// Instants come as text that begins with the day in UTC (session.ts).
const standingOf = ({ state, since, days, checked_at, last_good_on }: LinkCheckTable): LinkStanding => ({
  state,
  since,
  days,
  checkedOn: checked_at.slice(0, 10),
  lastGoodOn: last_good_on,
})

/** Readers are told of dead links alone: which, and since when. */
const toldOf = (row: Pick<LinkCheckTable, 'is_dead' | 'state' | 'since'> | undefined): string | null =>
  row?.is_dead ? `${row.state} ${row.since}` : null

/** Not below the clock: a store that was made anew from its journal may not begin where answers in caches were before. */
const tellReaders = (trx: Trx, at: string) =>
  trx
    .updateTable('link_news')
    .set({ number: sql<number>`greatest(number + 1, ${Math.floor(Date.parse(at) / 1000)}::bigint)` })
    .execute()

/** By which it is known whether what readers are told has changed; 0 if they were never told anything. */
export async function newestLinkNews(db: Db): Promise<number> {
  return (await db.selectFrom('link_news').select('number').executeTakeFirst())?.number ?? 0
}

/** Forgets links that no source of the version has any more: an address that was taken out, or is withheld now, is not kept here. */
export function forgetOthers(db: Db, version: number, at: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const forgotten = await trx
      .deleteFrom('link_check')
      .where(
        sql<boolean>`address not in (select record.body->>'address' from record
          where record.record = 'source' and record.body->>'address' is not null and ${inVersion('record', version)})`,
      )
      .returning('is_dead')
      .execute()
    if (forgotten.some((row) => row.is_dead)) await tellReaders(trx, at)
  })
}

/**
 * The sources of a version, those looked at longest ago first; with a jurisdiction (`kg`), those that a record of it or of a part
 * of it cites anywhere.
 */
export async function listSourceLinks(db: Db, version: number, jurisdiction?: string): Promise<SourceLink[]> {
  const address = sql<string | null>`record.body->>'address'`
  let query = db
    .selectFrom('record')
    .leftJoin('link_check', (join) => join.on('link_check.address', '=', address))
    .where('record.record', '=', 'source')
    .where((eb) => isInVersion(eb, 'record', version))
    .select(['record.slug', address.as('address'), 'link_check.checked_at as checkedAt'])
    .orderBy('link_check.checked_at', (order) => order.asc().nullsFirst())
    .orderBy('record.slug')
  if (jurisdiction) query = query.where(isCitedWithin(jurisdiction, version))
  return query.execute()
}

const isCitedWithin = (jurisdiction: string, version: number): RawBuilder<boolean> =>
  sql`record.slug in (select jsonb_path_query(citing.body, '$.**.source') #>> '{}' from record as citing
    where citing.record != 'source' and ${inVersion('citing', version)} and exists (select 1
      from (select case citing.record when 'jurisdiction' then citing.slug else citing.body->>'jurisdiction' end as code) as place
      where ${isWithin('place.code', jurisdiction)}))`

export interface DeadLink {
  address: string
  state: LinkState
  since: string
}

/** Those among the addresses whose links are dead. */
export async function listDeadLinks(db: Db, addresses: readonly string[]): Promise<DeadLink[]> {
  if (addresses.length === 0) return []
  return db
    .selectFrom('link_check')
    .where('is_dead', '=', true)
    .where(isOneOf('address', addresses))
    .select(['address', 'state', 'since'])
    .execute()
}
