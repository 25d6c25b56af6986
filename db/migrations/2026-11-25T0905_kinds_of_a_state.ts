/** Measures of one kind in one State are found by themselves: a State's share of a kind does not grow with the world. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index measure_state_kind on measure (split_part(jurisdiction, '-', 1), kind, slug)`.execute(db)
}
