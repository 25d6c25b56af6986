/**
 * Health and metrics, on a port of their own that is not for visitors. `/healthz`: the process lives. `/readyz`: it can answer.
 * `/metrics`: what Prometheus collects.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type { Store } from '../db/connect.ts'
import { newestVersion } from '../db/versions.ts'
import type { Turns } from './costly.ts'
import type { Dataset } from './dataset.ts'
import type { HotCache } from './hot-cache.ts'
import { type Family, familyText, type Metrics } from './metrics.ts'

export interface Watched {
  store: Pick<Store, 'db' | 'connections'>
  dataset: Dataset
  metrics: Metrics
  cache: Pick<HotCache, 'stats'>
  turns: Turns
  /** Set when the process has been told to stop, so that a balancer sends nobody any more. */
  isStopping?: boolean
}

/** How long the store may take to answer before the process counts as not ready, in milliseconds. */
const PATIENCE_MS = 2000
const NANOSECONDS = 1e9

function say(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(text)
}

/** Null if this process can answer; else what is missing. */
async function missing({ store, dataset, isStopping }: Watched): Promise<string | null> {
  if (isStopping) return 'The process is stopping.'
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('late')), PATIENCE_MS)
  })
  try {
    await Promise.race([newestVersion(store.db), late])
  } catch {
    return 'The store does not answer.'
  } finally {
    clearTimeout(timer)
  }
  return dataset.newest > 0 ? null : 'The record is empty.'
}

const one = (name: string, type: Family['type'], help: string, value: number): Family => ({
  name: `threatline_${name}`,
  type,
  help,
  samples: [{ value }],
})

const labelled = (
  name: string,
  type: Family['type'],
  help: string,
  label: string,
  values: Record<string, number>,
): Family => ({
  name: `threatline_${name}`,
  type,
  help,
  samples: Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value })),
})

function families({ store, dataset, cache, turns }: Watched, lag: IntervalHistogram): Family[] {
  const { answers, bytes, ...outcomes } = cache.stats()
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
  const lags = { mean: lag.mean || 0, p99: lag.percentile(99), max: lag.max }
  const connections = store.connections()
  return [
    labelled(
      'cache_requests_total',
      'counter',
      'What the hot cache did with a request; stale is part of hits.',
      'outcome',
      outcomes,
    ),
    one('cache_answers', 'gauge', 'Answers in the hot cache.', answers),
    one('cache_bytes', 'gauge', 'Bytes in the hot cache.', bytes),
    labelled('costly', 'gauge', 'Costly answers by where they are.', 'place', {
      running: turns.running,
      waiting: turns.waiting,
    }),
    one('costly_refused_total', 'counter', 'Costly answers that were turned away with 503.', turns.refused),
    ...(connections
      ? [
          labelled('store_connections', 'gauge', 'Connections to the store, and queries that wait for one.', 'state', {
            ...connections,
          }),
        ]
      : []),
    labelled(
      'event_loop_lag_seconds',
      'gauge',
      'Delay of the event loop since the last collection.',
      'of',
      Object.fromEntries(Object.entries(lags).map(([of, value]) => [of, value / NANOSECONDS])),
    ),
    labelled('memory_bytes', 'gauge', 'Memory of the process.', 'part', { rss, heapUsed, external, arrayBuffers }),
    one('version', 'gauge', 'The newest version of the record known here.', dataset.newest),
    one('uptime_seconds', 'gauge', 'Time since the start.', process.uptime()),
  ]
}

/** A server that does not listen yet. `current` gives null until the record is loaded. */
export function createWatchedServer(current: () => Watched | null): Server {
  const lag = monitorEventLoopDelay({ resolution: 20 })
  const server = createServer((req, res) => {
    const path = (req.url ?? '').replace(/\?.*/, '')
    if (req.method !== 'GET' && req.method !== 'HEAD') return say(res, 405, 'Use GET.\n')
    if (path === '/healthz') return say(res, 200, 'alive\n')
    if (path !== '/readyz' && path !== '/metrics') return say(res, 404, 'Here are /healthz, /readyz and /metrics.\n')
    const watched = current()
    if (!watched) return say(res, 503, 'The record is being loaded.\n')
    if (path === '/readyz') {
      missing(watched).then((what) => (what ? say(res, 503, `${what}\n`) : say(res, 200, 'ready\n')))
      return
    }
    const text = watched.metrics.text() + families(watched, lag).map(familyText).join('')
    lag.reset()
    say(res, 200, text)
  })
  server.on('listening', () => lag.enable())
  server.on('close', () => lag.disable())
  return server
}
