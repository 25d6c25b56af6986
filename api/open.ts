/** Puts Threatline together: store, migrations, seed, application. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import { openStore, type Store } from '../db/connect.ts'
import { readSeed } from '../seed/load.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { DEVELOPMENT_ASSETS, readAssets } from './pages/assets.ts'
import { createSite } from './pages/routes.ts'
import { plantSeed } from './plant-seed.ts'

export interface Threatline {
  app: Express
  store: Store
  close(): Promise<void>
}

export type Say = (line: string) => void

/** Opens everything. Throws DirectoryHeld, SeedRefused or the store's own error; nothing is left half-open. */
export async function openThreatline(
  config: Config,
  say: Say,
  now: () => Date = () => new Date(),
): Promise<Threatline> {
  const store = await openStore(config.store, say)
  try {
    await plantSeed(store, await readSeed(config.seedDir), now, say)
    const assets = config.development ? DEVELOPMENT_ASSETS : await readAssets(config.clientDir)
    const build = config.development
      ? String(now().getTime())
      : createHash('sha256')
          .update(await readFile(join(config.clientDir, '../.stamp'), 'utf8'))
          .digest('hex')
          .slice(0, 12)
    const log = pino({ level: config.development ? 'info' : 'warn', base: null })
    const app = createApp({
      service: { db: store.db, now, build, address: config.address },
      site: createSite(assets, join(config.clientDir, 'assets'), config.development),
      log,
    })
    return { app, store, close: () => store.close() }
  } catch (error) {
    await store.close()
    throw error
  }
}
