/**
 * 20 000 requests from the OpenAPI document, valid, at the edges and hostile: none is answered with a 500, none takes more than
 * five seconds, whatever is refused is refused as a problem that names the field, and memory stays level. Seeded: a failure
 * prints its number, and comes again.
 */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../api/contract/open-api.ts'
import type { Store } from '../../db/connect.ts'
import { chanceOf } from '../bench/world/chance.ts'
import { worldOf } from '../bench/world.ts'
import type { RunningApp } from '../support/app.ts'
import { type MadeRequest, makeRequest } from '../support/openapi-requests.ts'
import { openServer } from '../support/stores.ts'
import { read, startWorld } from '../support/world-app.ts'

const REQUESTS = 20_000
const SEED = 20261124
/** After this many, caches and compiled code are what they will be. */
const WARM = 4_000
const AT_ONCE = 8
const MOST_MS = 5_000
/** What the process may hold at the end beyond what it held when warm. */
const MOST_GROWTH = 96 * 1024 * 1024

let store: Store
let drop: () => Promise<void>
let app: RunningApp
const versions = [...worldOf({ measures: 300 })].map(({ records }) => records)
beforeAll(async () => {
  ;({ store, drop } = await openServer())
  app = await startWorld(store, versions)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

interface Outcome {
  status: number
  type: string
  text: string
  ms: number
}

/** By node:http, which sends a path as it is given. */
function send({ method, target, headers }: MadeRequest): Promise<Outcome> {
  const begun = performance.now()
  const { hostname, port } = new URL(app.url)
  return new Promise((done, fail) => {
    const outgoing = request({ hostname, port, path: target, method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', fail)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const type = incoming.headers['content-type'] ?? ''
        done({ status: incoming.statusCode ?? 0, type, text, ms: performance.now() - begun })
      })
    })
    outgoing.on('error', fail)
    outgoing.end()
  })
}

/** What is wrong with an answer, or null. */
function faultOf({ method }: MadeRequest, { status, type, text, ms }: Outcome): string | null {
  if (status >= 500 || status < 200) return `status ${status}`
  if (ms > MOST_MS) return `${Math.round(ms)} ms`
  if (method === 'HEAD' || status < 400) return null
  if (!type.startsWith('application/problem+json')) return `status ${status} as ${type}`
  const problem = JSON.parse(text)
  if (problem.status !== status || !problem.title || !problem.detail) return `a problem that says too little: ${text}`
  const isNamed = problem.errors?.every(
    ({ field, message, remedy }: Record<string, string>) => field !== undefined && message && remedy,
  )
  // An address that cannot be decoded has no fields yet.
  if (status === 400 && !isNamed && problem.detail !== 'The address or the headers are malformed.')
    return `a 400 that names no field: ${text}`
  return null
}

const settled = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

test(`${REQUESTS} requests from the OpenAPI document are all answered, in time, as documented, in level memory`, async () => {
  const document = (await read(`${app.url}/api/openapi.json`)).body as OpenApiDocument
  const known = versions.flat().map(({ slug }) => slug)
  const slugs = [...chanceOf(SEED, 'slugs').some(known, 60), 'qb', 'qc-n', 'no-such-slug', 'IL QB 1/2009', '1', '999']
  const faults: string[] = []
  const statuses = new Map<number, number>()
  let warm = 0
  let slowest = 0
  for (let from = 0; from < REQUESTS; from += AT_ONCE) {
    if (from >= WARM && !warm) warm = settled()
    const made = Array.from({ length: AT_ONCE }, (_, i) => makeRequest(chanceOf(SEED, from + i), document, slugs))
    const outcomes = await Promise.all(made.map(send))
    for (const [i, outcome] of outcomes.entries()) {
      const one = made[i] as MadeRequest
      statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1)
      slowest = Math.max(slowest, outcome.ms)
      const fault = faultOf(one, outcome)
      if (fault) faults.push(`${from + i}: ${one.method} ${one.target} ${JSON.stringify(one.headers)}: ${fault}`)
    }
    if (faults.length > 20) break
  }
  const growth = settled() - warm
  console.log(
    `Statuses ${JSON.stringify(Object.fromEntries([...statuses].sort()))}; slowest ${Math.round(slowest)} ms; ${Math.round(growth / 1e6)} MB more than when warm (${Math.round(warm / 1e6)} MB).`,
  )
  expect(faults).toEqual([])
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 5)
  expect(statuses.get(400)).toBeGreaterThan(REQUESTS / 10)
  expect(growth).toBeLessThan(MOST_GROWTH)
}, 1_800_000)
