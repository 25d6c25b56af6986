/** Puts Threatline together: store, migrations, seed, application. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Express } from 'express'
import { openStore, type Store } from '../db/connect.ts'
import { readSeed } from '../seed/load.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openDataset } from './dataset.ts'
import { createHotCache } from './hot-cache.ts'
import { createLog } from './log.ts'
import { Metrics } from './metrics.ts'
import { DEVELOPMENT_ASSETS, readAssets } from './pages/assets.ts'
import { createSite } from './pages/routes.ts'
import { plantSeed } from './plant-seed.ts'
import { createService } from './service.ts'
import type { Watched } from './watched.ts'

export interface Threatline {
  /** Without the hot cache: development reloads what it keeps. */
  app: Express
  /** The application behind the hot cache. */
  handle: RequestListener
  store: Store
  /** What can be watched from outside. */
  watched: Watched
  close(): Promise<void>
}

export type Say = (line: string) => void

/** Opens everything. Throws DirectoryHeld, SeedRefused the store's own error, or the signal's reason if it is to stop; nothing is left half-open. */
export async function openThreatline(
  config: Config,
  say: Say,
  now: () => Date = () => new Date(),
  stopping?: AbortSignal,
): Promise<Threatline> {
  const store = await openStore(config.store, { say })
  try {
    stopping?.throwIfAborted()
    const seed = await readSeed(config.seedDir)
    // It speaks between its steps; where it is in a transaction, that is taken back.
    const sayOrStop = (line: string) => {
      stopping?.throwIfAborted()
      say(line)
    }
    await store.maintain((patient) => plantSeed(patient, seed, now, sayOrStop))
    stopping?.throwIfAborted()
    const assets = config.development ? DEVELOPMENT_ASSETS : await readAssets(config.clientDir)
    const build = config.development
      ? String(now().getTime())
      : createHash('sha256')
          .update(await readFile(join(config.clientDir, '../.stamp'), 'utf8'))
          .digest('hex')
          .slice(0, 12)
    const dataset = await openDataset(store, now)
    const service = createService(store.db, dataset, { now, build, address: config.address })
    const metrics = new Metrics()
    const app = createApp({
      service,
      store,
      site: createSite(assets, join(config.clientDir, 'assets'), config.development),
      log: createLog(config.development ? 'info' : 'warn'),
      metrics,
      proxies: config.proxies,
    })
    const cache = createHotCache({ app, dataset, metrics, maxBytes: config.cacheBytes })
    return {
      app,
      handle: cache.handle,
      store,
      watched: { store, dataset, metrics, cache, turns: service.turns },
      close: async () => {
        cache.close()
        await dataset.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
