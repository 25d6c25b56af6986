import { sql } from 'kysely'
import type { Db, Trx } from '../tables.ts'
import type { RecordName } from '../vocabulary/record-name.ts'

/** A record that is not the same in two versions. */
export interface ChangeRow extends RecordName {
  /** Its body in the one version and in the other; null where it is not in it. */
  before: object | null
  after: object | null
}

export interface ChangePage {
  /** The last of the page before. */
  after?: RecordName | undefined
  limit?: number | undefined
}

/**
 * Records that differ between two versions, by kind and slug; either may be the older. Version 0 is the empty one. A record that
 * was changed and changed back is not among them. One statement; reads only what was written between the two.
 */
export async function listChanges(
  db: Db | Trx,
  from: number,
  to: number,
  { after, limit }: ChangePage = {},
): Promise<ChangeRow[]> {
  const [low, high] = from < to ? [from, to] : [to, from]
  const inVersion = (version: number) =>
    sql`from_version <= ${version} and (to_version is null or to_version > ${version})`
  const { rows } = await sql<ChangeRow>`
    with touched as (
      select record, slug from record where from_version > ${low} and from_version <= ${high}
      union select record, slug from record where to_version > ${low} and to_version <= ${high}
    )
    select touched.record, touched.slug, old.body as before, fresh.body as after
    from touched
    left join lateral (select body from record where record.record = touched.record and record.slug = touched.slug
      and ${inVersion(from)}) as old on true
    left join lateral (select body from record where record.record = touched.record and record.slug = touched.slug
      and ${inVersion(to)}) as fresh on true
    where old.body is distinct from fresh.body
      and (${after?.record ?? null}::text is null
        or (touched.record, touched.slug) > (${after?.record ?? null}::text collate "C", ${after?.slug ?? null}::text collate "C"))
    order by touched.record, touched.slug
    limit ${limit ?? null}`.execute(db)
  return rows
}
