/** What rests on a source. */
import { sql } from 'kysely'
import { isInVersion } from '../expressions/version.ts'
import type { Db } from '../tables.ts'

/** Records of the version in which any fact cites the source, wherever in them, with their bodies. An index holds the expression. */
export function listCiting(db: Db, source: string, version: number) {
  return db
    .selectFrom('record')
    .where('record.record', '!=', 'source')
    .where((eb) => isInVersion(eb, 'record', version))
    .where(sql<boolean>`jsonb_path_query_array(record.body, '$.**.source') @> jsonb_build_array(${source}::text)`)
    .select(['record.record', 'record.slug', 'record.body'])
    .orderBy('record.record')
    .orderBy('record.slug')
    .execute()
}
