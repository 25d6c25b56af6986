/** Runs the same tests on both kinds of store: embedded, and a real PostgreSQL server. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openStore, type Store, type StoreAddress } from '../../db/connect.ts'
import { INDEX_TABLES } from '../../db/index-version.ts'
import { createDatabase } from './postgres.ts'

export interface OpenedStore {
  store: Store
  /** Closes it in order and opens it again. */
  reopen(): Promise<void>
  drop(): Promise<void>
}

export async function openEmbedded(): Promise<OpenedStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'threatline-test-'))
  return opened({ dataDir }, () => rm(dataDir, { recursive: true, force: true }))
}

export async function openServer(): Promise<OpenedStore> {
  const database = await createDatabase(inject('postgresUrl'))
  return opened({ databaseUrl: database.url }, database.drop)
}

async function opened(address: StoreAddress, remove: () => Promise<void>): Promise<OpenedStore> {
  const own: OpenedStore = {
    store: await openStore(address),
    reopen: async () => {
      await own.store.close()
      own.store = await openStore(address)
    },
    drop: async () => {
      await own.store.close()
      await remove()
    },
  }
  return own
}

/** Declares tests once for each kind of store, on one migrated store that they share; `empty` clears it. */
export function describeOnBothStores(
  name: string,
  tests: (store: () => Store, reopen: () => Promise<void>) => void,
): void {
  describe.each([
    { kind: 'embedded store', open: openEmbedded },
    { kind: 'PostgreSQL server', open: openServer },
  ])(`${name}, $kind`, ({ open }) => {
    let opened: OpenedStore
    beforeAll(async () => {
      opened = await open()
    }, 120_000)
    afterAll(() => opened?.drop())
    tests(
      () => opened.store,
      () => opened.reopen(),
    )
  })
}

/** Takes everything out of a store, so that the next test begins with none. */
export async function empty({ db }: Store): Promise<void> {
  const { sql } = await import('kysely')
  await sql.raw(`truncate version, record, proposal, message, link_check, ${INDEX_TABLES.join(', ')}`).execute(db)
}
