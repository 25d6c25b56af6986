/** Runs the same tests on both kinds of store: embedded, and a real PostgreSQL server. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openStore, type Store } from '../../db/connect.ts'
import { INDEX_TABLES } from '../../db/index-version.ts'
import { createDatabase } from './postgres.ts'

interface OpenedStore {
  store: Store
  drop(): Promise<void>
}

export async function openEmbedded(): Promise<OpenedStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'threatline-test-'))
  const store = await openStore({ dataDir })
  return {
    store,
    drop: async () => {
      await store.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function openServer(): Promise<OpenedStore> {
  const database = await createDatabase(inject('postgresUrl'))
  const store = await openStore({ databaseUrl: database.url })
  return {
    store,
    drop: async () => {
      await store.close()
      await database.drop()
    },
  }
}

/** Declares tests once for each kind of store, on one migrated store that they share; `empty` clears it. */
export function describeOnBothStores(name: string, tests: (store: () => Store) => void): void {
  describe.each([
    { kind: 'embedded store', open: openEmbedded },
    { kind: 'PostgreSQL server', open: openServer },
  ])(`${name}, $kind`, ({ open }) => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    }, 120_000)
    afterAll(() => opened?.drop())
    tests(() => opened.store)
  })
}

/** Takes everything out of a store, so that the next test begins with none. */
export async function empty({ db }: Store): Promise<void> {
  const { sql } = await import('kysely')
  await sql.raw(`truncate version, record, proposal, ${INDEX_TABLES.join(', ')}`).execute(db)
}
