/** What looks at the links of sources found: by address, outside the versions. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_check')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('code', 'integer')
    .addColumn('checked_at', 'timestamptz', (column) => column.notNull())
    .addColumn('since', 'date', (column) => column.notNull())
    .addColumn('days', 'integer', (column) => column.notNull())
    .addColumn('last_good_on', 'date')
    .addColumn('is_dead', 'boolean', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('link_news')
    .addColumn('number', 'bigint', (column) => column.notNull())
    .execute()
  await (db as Kysely<{ link_news: { number: number } }>).insertInto('link_news').values({ number: 0 }).execute()
}
