import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import * as recordsAndVersions from './migrations/2026-11-24T0300_records_and_versions.ts'
import * as messages from './migrations/2026-11-25T0500_messages.ts'
import * as messagesDone from './migrations/2026-11-25T0800_messages_done.ts'
import * as citations from './migrations/2026-11-25T0815_citations.ts'
import * as kindsOfAState from './migrations/2026-11-25T0905_kinds_of_a_state.ts'
import * as linkChecks from './migrations/2026-11-25T1040_link_checks.ts'
import type { Db } from './tables.ts'

/** Named by timestamp, so that two branches never share a number; in code, so that they survive bundling. */
const MIGRATIONS = {
  '2026-11-24T0300_records_and_versions': recordsAndVersions,
  '2026-11-25T0500_messages': messages,
  '2026-11-25T0800_messages_done': messagesDone,
  '2026-11-25T0815_citations': citations,
  '2026-11-25T0905_kinds_of_a_state': kindsOfAState,
  '2026-11-25T1040_link_checks': linkChecks,
}

/** A newer Threatline has changed the store's form. */
export class StoreIsNewer extends Error {
  override name = 'StoreIsNewer'
}

/** Brings the store to the newest form. What is missing runs in one transaction; a failure leaves nothing behind. Throws StoreIsNewer. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const known = new Set(Object.keys(MIGRATIONS))
  const newer = (await appliedMigrations(db)).find((name) => !known.has(name))
  if (newer)
    throw new StoreIsNewer(
      `The store was brought to a newer form (${newer}) than this Threatline knows. Start the newer one, or restore a backup into an empty store.`,
    )
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** By the table that Kysely keeps; none in a store that has none yet. */
async function appliedMigrations(db: Db): Promise<string[]> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db)
  if (!tables[0]?.found) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
