/** When an editor was done with a message, and who it was. Null while it waits. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('done_on', 'date').addColumn('done_by', 'text').execute()
}
