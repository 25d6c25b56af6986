/** Health and metrics as a balancer and Prometheus see them. */
import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../../api/config.ts'
import { listen } from '../../api/listen.ts'
import { createWatchedServer, type Watched } from '../../api/watched.ts'
import type { Store } from '../../db/connect.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let store: Store
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, [...ground(), buildMeasure()])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

async function watch<Result>(over: Partial<Watched> | null, look: (url: string) => Promise<Result>): Promise<Result> {
  const { dataset, metrics, cache, service } = app
  const server: Server = createWatchedServer(
    () => over && { store, dataset, metrics, cache, turns: service.turns, ...over },
  )
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  try {
    return await look(url)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

const statusOf = (over: Partial<Watched> | null, path: string) =>
  watch(over, async (url) => (await get(url + path)).status)

test('the process is alive, and ready while the store answers and has a record', async () => {
  expect(await statusOf({}, '/healthz')).toBe(200)
  expect(await statusOf({}, '/readyz')).toBe(200)
})

test('it is alive and not ready when the store does not answer, when nothing is on record, and when it is stopping', async () => {
  const broken = {
    ...store,
    db: {
      selectFrom: () => {
        throw new Error('no connection')
      },
    },
  } as unknown as Store
  expect(await statusOf({ store: broken }, '/healthz')).toBe(200)
  expect(await statusOf({ store: broken }, '/readyz')).toBe(503)
  expect(await statusOf({ dataset: { ...app.dataset, newest: 0 } }, '/readyz')).toBe(503)
  expect(await statusOf({ isStopping: true }, '/readyz')).toBe(503)
})

test('until the record is loaded it is alive and not ready, and has nothing to measure', async () => {
  expect(await statusOf(null, '/healthz')).toBe(200)
  expect(await statusOf(null, '/readyz')).toBe(503)
  expect(await statusOf(null, '/metrics')).toBe(503)
})

test('the metrics are in Prometheus’ text form, by route and outcome, without a name that a visitor wrote', async () => {
  for (const path of [
    '/api/measures/example-bill',
    '/api/measures/example-bill',
    '/api/measures/visitors-word',
    '/visitors-word',
  ])
    await get(app.url + path)
  const { text, headers } = await watch({}, (url) => get(`${url}/metrics`))
  expect(headers.get('content-type')).toContain('text/plain; version=0.0.4')
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(
      /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-zA-Z_]+="[^"\n]*",?)+\})? (\+Inf|NaN|-?\d[\d.e+-]*))$/,
    )
  const value = (sample: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${sample} `))
        ?.split(' ')
        .at(-1),
    )
  expect(value('threatline_requests_total{route="/api/measures/:slug",status="200",by="cache"}')).toBe(2)
  expect(value('threatline_requests_total{route="/api/measures/:slug",status="404",by="app"}')).toBe(1)
  expect(value('threatline_requests_total{route="none",status="404",by="app"}')).toBe(1)
  expect(value('threatline_cache_requests_total{outcome="hits"}')).toBe(1)
  expect(value('threatline_app_seconds_count{route="/api/measures/:slug"}')).toBe(2)
  expect(value('threatline_app_seconds_bucket{route="/api/measures/:slug",le="+Inf"}')).toBe(2)
  expect(value('threatline_version')).toBe(1)
  expect(value('threatline_cache_bytes')).toBeGreaterThan(1000)
  expect(value('threatline_memory_bytes{part="rss"}')).toBeGreaterThan(1e7)
  for (const name of ['costly{place="running"}', 'event_loop_lag_seconds{of="p99"}', 'uptime_seconds'])
    expect(value(`threatline_${name}`)).toBeGreaterThanOrEqual(0)
  expect(text).not.toContain('visitors-word')
})

test('health and metrics are not on the public port', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) expect((await get(app.url + path)).status).toBe(404)
})

test('the private port is off unless set, and then on this machine only unless another host is named', () => {
  expect(readConfig('/x', {}).watched).toBeNull()
  expect(readConfig('/x', { PRIVATE_PORT: '9090' }).watched).toEqual({ host: '127.0.0.1', port: 9090 })
  expect(readConfig('/x', { PRIVATE_PORT: '9090', PRIVATE_HOST: '10.0.0.5' }).watched?.host).toBe('10.0.0.5')
  expect(() => readConfig('/x', { PRIVATE_PORT: 'many' })).toThrow(ConfigError)
  expect(() => readConfig('/x', { CACHE_MB: '-1' })).toThrow(/CACHE_MB/)
})
