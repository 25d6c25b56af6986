/** The application on a real socket of this machine, over records or the seed. */
import type { DestinationStream } from 'pino'
import { createApp } from '../../api/app.ts'
import type { AnyRecord } from '../../api/contract/record.ts'
import { type OpenDataset, openDataset } from '../../api/dataset.ts'
import { createHotCache, type HotCache } from '../../api/hot-cache.ts'
import { createPublicServer, listen } from '../../api/listen.ts'
import { createLog } from '../../api/log.ts'
import { Metrics } from '../../api/metrics.ts'
import { createSite } from '../../api/pages/routes.ts'
import { createService, type Service } from '../../api/service.ts'
import type { Store } from '../../db/connect.ts'
import { accept, analyse } from '../../db/versions.ts'

export const TODAY = '2026-11-24'

export interface RunningApp {
  url: string
  dataset: OpenDataset
  service: Service
  metrics: Metrics
  cache: HotCache
  close(): Promise<void>
}

export interface AppOptions {
  now?: () => Date
  /** How long the hot cache gives an overtaken answer; none by default, so that a test reads what it has just written. */
  graceMs?: number
  cacheBytes?: number
  pollMs?: number
  /** Folder of the built files under /assets. */
  assetsDir?: string
  proxies?: number
  /** Where the log goes; nowhere by default. */
  log?: DestinationStream
}

/** JSON whose shape is what the tests are about. */
export type Json = ReturnType<JSON['parse']>

/** What a test reads of an answer. */
export interface Answer {
  status: number
  headers: Headers
  /** As a stranger reads it, by its JSON; null where the answer is none. */
  body: Json
  text: string
}

/** Writes the records, and serves the store. */
export async function startApp(
  store: Store,
  records: readonly AnyRecord[],
  options: AppOptions = {},
): Promise<RunningApp> {
  await accept(store, records, { author: 'test', message: 'The record of a test', at: `${TODAY}T00:00:00.000Z` })
  await analyse(store.db)
  return serve(store, options)
}

/** Serves the store as the program does: behind the hot cache, with its limits. */
export async function serve(
  store: Store,
  {
    now = () => new Date(`${TODAY}T12:00:00Z`),
    graceMs = 0,
    cacheBytes,
    pollMs,
    assetsDir,
    proxies = 0,
    log,
  }: AppOptions = {},
): Promise<RunningApp> {
  const dataset = await openDataset(store, now, pollMs === undefined ? {} : { pollMs })
  const service = createService(store.db, dataset, { now, build: 'test', address: 'https://threatline.example' })
  const metrics = new Metrics()
  const app = createApp({
    service,
    store,
    site: createSite(
      {
        scripts: ['/assets/main.js'],
        preloads: [],
        css: ['/assets/main.css'],
        workspace: { scripts: ['/assets/workspace.js'], css: ['/assets/workspace.css'] },
        embed: { timeline: ['/embed/threat-line.js'], card: ['/embed/card.js'], css: ['/embed/threat-line.css'] },
      },
      assetsDir ?? 'dist/client/assets',
      false,
    ),
    log: log ? createLog('info', log) : createLog('silent'),
    metrics,
    proxies,
  })
  const cache = createHotCache({ app, dataset, metrics, graceMs, ...(cacheBytes ? { maxBytes: cacheBytes } : {}) })
  const server = createPublicServer(cache.handle)
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    url,
    dataset,
    service,
    metrics,
    cache,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
      cache.close()
      await dataset.close()
    },
  }
}

export async function get(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson && text ? JSON.parse(text) : null) as Json,
    text,
  }
}
