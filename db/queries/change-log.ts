/** The correction log: which records each version added, changed or took back. */
import { type RawBuilder, sql } from 'kysely'
import { isOneOf } from '../expressions/one-of.ts'
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

/** What a record of any kind is called. */
const titleOf = (body: RawBuilder<unknown>, slug: RawBuilder<unknown>): RawBuilder<string> =>
  sql`coalesce(${body}->'short_title'->>'en', ${body}->'title'->>'en', ${body}->'name'->>'en', ${body}->>'title', ${slug})`

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
  const direction = newestFirst ? sql`desc` : sql`asc`
  // Each branch is cut by itself, in the order of an index, so that a page costs what it returns.
  const branch = (number: 'from_version' | 'to_version', what: RawBuilder<unknown>, where: RawBuilder<unknown>) => {
    const at = sql.ref(`one.${number}`)
    return sql`(select ${at} as number, one.record, one.slug, one.body, ${what} as change
      from record as one
      where ${where} and ${at} > ${after} and ${at} <= ${version}
        ${record ? sql`and one.record = ${record}` : sql``}
        ${slugs ? sql`and ${isOneOf('one.slug', slugs)}` : sql``}
        ${beyond ? sql`and (${at}, one.record, one.slug) > (${beyond.number}, ${beyond.record}, ${beyond.slug})` : sql``}
      order by ${at} ${direction}, one.record ${direction}, one.slug ${direction}
      ${limit ? sql`limit ${limit}` : sql``})`
  }
  // With a limit, each is looked up by itself; without, the planner reads the whole table once instead.
  const isChange = sql`(select true from record as older where older.record = one.record and older.slug = one.slug
    and older.to_version = one.from_version limit 1) is not null`
  const written = branch(
    'from_version',
    sql`case when ${isChange} then 'changed' else 'added' end`,
    change === 'added' ? sql`not ${isChange}` : change === 'changed' ? isChange : sql`true`,
  )
  const takenBack = branch('to_version', sql`'retracted'`, sql`one.retracted`)
  const branches = change === 'retracted' ? takenBack : change ? written : sql`${written} union all ${takenBack}`
  const { rows } = await sql<ChangeRow>`
    select change.number, version.at, version.author, version.message, change.change, change.record, change.slug,
      ${titleOf(sql`change.body`, sql`change.slug`)} as title
    from (${branches}) as change
    join version on version.number = change.number
    order by change.number ${direction}, change.record ${direction}, change.slug ${direction}
    ${limit ? sql`limit ${limit}` : sql``}`.execute(db)
  return rows
}

/**
 * What a version did to each record. Of a changed one the bodies before and after; of the others, of which a first version has
 * hundreds of thousands, the name alone. One statement.
 */
export async function listChangesOf(db: Db, version: number) {
  const { rows } = await sql<{
    record: RecordKind
    slug: string
    title: string
    change: ChangeRow['change']
    before: object | null
    after: object | null
  }>`
    select coalesce(fresh.record, old.record) as record, coalesce(fresh.slug, old.slug) as slug,
      ${titleOf(sql`coalesce(fresh.body, old.body)`, sql`coalesce(fresh.slug, old.slug)`)} as title,
      case when old.id is null then 'added' when fresh.id is null then 'retracted' else 'changed' end as change,
      case when fresh.id is not null then old.body end as before,
      case when old.id is not null then fresh.body end as after
    from (select * from record where from_version = ${version}) as fresh
    full join (select * from record where to_version = ${version}) as old
      on old.record = fresh.record and old.slug = fresh.slug
    order by 1, 2`.execute(db)
  return rows
}
