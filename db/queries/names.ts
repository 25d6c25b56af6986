/** Records by name alone: for the map of the site, and for who asks for a name that is not there. */
import { sql } from 'kysely'
import { isInVersion } from '../expressions/version.ts'
import type { Db } from '../tables.ts'
import type { RecordKind } from '../vocabulary/lists.ts'

/** Records of the kinds in a version, with when each was last changed. */
export function listNames(db: Db, kinds: readonly RecordKind[], version: number, limit: number) {
  return db
    .selectFrom('record')
    .innerJoin('version', 'version.number', 'record.from_version')
    .where((eb) => isInVersion(eb, 'record', version))
    .where('record.record', 'in', [...kinds])
    .select(['record.record', 'record.slug', 'version.at'])
    .orderBy('record.record')
    .orderBy('record.slug')
    .limit(limit)
    .execute()
}

/** How much a version holds; a State is a jurisdiction that is no part of another. One statement, and no record is opened. */
export function countNames(db: Db, version: number) {
  const count = (record: RecordKind, condition = sql<boolean>`true`) =>
    sql<number>`count(*) filter (where record.record = ${record} and ${condition})`
  return db
    .selectFrom('record')
    .where((eb) => isInVersion(eb, 'record', version))
    .where('record.record', 'in', ['measure', 'communication', 'source', 'jurisdiction'])
    .select([
      count('measure').as('measures'),
      count('communication').as('communications'),
      count('source').as('sources'),
      count('jurisdiction', sql`position('-' in record.slug) = 0`).as('states'),
    ])
    .executeTakeFirstOrThrow()
}

/** Records whose slug holds at least one of the words, with their titles; at most so many, those with more of the words first. */
export async function listLike(
  db: Db,
  words: readonly string[],
  kinds: readonly RecordKind[],
  version: number,
  limit: number,
) {
  if (words.length === 0) return []
  const hits = words.map((word) => sql`(case when record.slug like ${`%${word}%`} then 1 else 0 end)`)
  return db
    .selectFrom('record')
    .where((eb) => isInVersion(eb, 'record', version))
    .where('record.record', 'in', [...kinds])
    .where(sql<boolean>`record.slug like any (array[${sql.join(words.map((word) => `%${word}%`))}]::text[])`)
    .select(['record.record', 'record.slug'])
    .select(
      sql<string>`coalesce(body->'short_title'->>'en', body->'title'->>'en', body->'name'->>'en', body->>'title', slug)`.as(
        'title',
      ),
    )
    .orderBy(sql`${sql.join(hits, sql` + `)} desc`)
    .orderBy('record.slug')
    .limit(limit)
    .execute()
}
