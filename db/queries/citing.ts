/** What rests on a source. */
import { sql } from 'kysely'
import { isInVersion } from '../expressions/version.ts'
import type { Db } from '../tables.ts'

/**
 * Records of the version in which any fact cites the source, with their bodies. It looks through the records themselves,
 * because a citation may stand anywhere in them.
 */
export function listCiting(db: Db, source: string, version: number) {
  return db
    .selectFrom('record')
    .where('record.record', '!=', 'source')
    .where((eb) => isInVersion(eb, 'record', version))
    .where(
      sql<boolean>`jsonb_path_exists(record.body, '$.**.source ? (@ == $wanted)', jsonb_build_object('wanted', ${source}::text))`,
    )
    .select(['record.record', 'record.slug', 'record.body'])
    .orderBy('record.record')
    .orderBy('record.slug')
    .execute()
}
