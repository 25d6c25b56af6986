/** The correction log: which records each version added, changed or took back. */
import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import type { RecordKind } from '../vocabulary/lists.ts'

export interface ChangeFilter {
  /** Only versions after this one. */
  after?: number | undefined
  record?: RecordKind | undefined
  slugs?: readonly string[] | undefined
  change?: ChangeRow['change'] | undefined
}

/** A place in the log: by version, kind of record, slug. */
export interface ChangePlace {
  number: number
  record: string
  slug: string
}

export interface ChangeRow {
  number: number
  at: string
  author: string
  message: string
  change: 'added' | 'changed' | 'retracted'
  record: RecordKind
  slug: string
  title: string
}

/** Changes up to a version, oldest first or newest first. One statement. */
export async function listChanges(
  db: Db,
  { after = 0, record, slugs, change }: ChangeFilter,
  version: number,
  {
    beyond,
    newestFirst = false,
    limit,
  }: { beyond?: ChangePlace | undefined; newestFirst?: boolean; limit?: number | undefined } = {},
): Promise<ChangeRow[]> {
  const chosen = sql`
    ${record ? sql`and one.record = ${record}` : sql``}
    ${slugs ? sql`and one.slug in (${sql.join(slugs.length ? slugs : [''])})` : sql``}`
  const direction = newestFirst ? sql`desc` : sql`asc`
  const { rows } = await sql<ChangeRow>`
    select change.number, version.at, version.author, version.message, change.change, change.record, change.slug,
      coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en',
        change.body->>'title', change.slug) as title
    from (
      select one.from_version as number, one.record, one.slug, one.body,
        case when exists (select from record as older where older.record = one.record and older.slug = one.slug
          and older.to_version = one.from_version) then 'changed' else 'added' end as change
      from record as one
      where one.from_version > ${after} and one.from_version <= ${version} ${chosen}
      union all
      select one.to_version, one.record, one.slug, one.body, 'retracted'
      from record as one
      where one.to_version > ${after} and one.to_version <= ${version} ${chosen}
        and not exists (select from record as newer where newer.record = one.record and newer.slug = one.slug
          and newer.from_version = one.to_version)
    ) as change
    join version on version.number = change.number
    where true ${change ? sql`and change.change = ${change}` : sql``}
    ${beyond ? sql`and (change.number, change.record, change.slug) > (${beyond.number}, ${beyond.record}, ${beyond.slug})` : sql``}
    order by change.number ${direction}, change.record ${direction}, change.slug ${direction}
    ${limit ? sql`limit ${limit}` : sql``}`.execute(db)
  return rows
}
