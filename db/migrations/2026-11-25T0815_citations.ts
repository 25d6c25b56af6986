/** Which records cite a source: every value under a key "source", wherever in a record it stands. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_cites on record
    using gin (jsonb_path_query_array(body, '$.**.source') jsonb_path_ops)`.execute(db)
}
