/** What visitors ask the editors to correct or remove. There is no column for who they are, so that nothing of it can be kept. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('message')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('received_on', 'date', (column) => column.notNull())
    .addColumn('wish', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('says', 'text', (column) => column.notNull())
    .execute()
}
