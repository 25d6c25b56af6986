import { Migrator } from 'kysely/migration'
import * as recordsAndVersions from './migrations/2026-11-24T0300_records_and_versions.ts'
import type { Db } from './tables.ts'

/** Named by timestamp, so that two branches never share a number; in code, so that they survive bundling. */
const MIGRATIONS = {
  '2026-11-24T0300_records_and_versions': recordsAndVersions,
}

/** Brings the store to the newest form. Each migration runs in its own transaction; a failed one leaves nothing behind. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
