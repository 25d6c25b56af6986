/**
 * What each address costs the store, in statements: the newest version is one of them each time. A number that rises with what
 * is in the record, or by chance, shows here.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../db/connect.ts'
import { sketchOf } from '../bench/world/measures.ts'
import { worldOf } from '../bench/world.ts'
import type { RunningApp } from '../support/app.ts'
import { openEmbedded } from '../support/stores.ts'
import { type Watched, watch } from '../support/watched.ts'
import { read, startWorld } from '../support/world-app.ts'

let store: Store
let watched: Watched
let drop: () => Promise<void>
let app: RunningApp
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  watched = watch(store.db)
  const versions = [...worldOf({ measures: 120 })].map(({ records }) => records)
  app = await startWorld({ ...store, db: watched.db }, versions)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const EVERYTHING = 'spans,steps,texts,provisions,impacts,cites,communications,events,sources'

/** Statements by address. A list's own is one; what it includes from other tables is one each; a 304 is the version alone. */
const COST: readonly (readonly [path: string, statements: number])[] = [
  ['/api/measures', 2],
  ['/api/measures?limit=200&sort=-begun', 2],
  ['/api/measures?jurisdiction=qb&kind=bill&status=in_force&right=expression&from=2010-01-01&to=2020-01-01', 2],
  ['/api/measures?include=spans,steps,texts,provisions,cites', 2],
  [`/api/measures?include=${EVERYTHING}`, 7],
  [`/api/measures/${sketchOf(1, 1).slug}`, 10],
  ['/api/communications', 3],
  ['/api/communications?include=cites,questions,sources', 4],
  ['/api/communications?right=expression&family=family-qb-data-0', 3],
  ['/api/events', 2],
  ['/api/events?include=sources', 3],
  ['/api/sources', 2],
  ['/api/families', 2],
  ['/api/rights', 2],
  ['/api/instruments', 2],
  ['/api/mandates', 2],
  ['/api/jurisdictions', 2],
  ['/api/changes', 2],
  ['/api/versions', 2],
  ['/api/versions/2', 2],
  ['/api/timeline?jurisdiction=qb', 2],
  ['/api/timeline?right=expression', 3],
  ['/api/measures.csv', 7],
  ['/api/measures.ics', 8],
  ['/api/measures.atom', 3],
  ['/api/measures.feed.json?kind=bill', 4],
  ['/api/communications.csv', 4],
  ['/api/communications.ics', 5],
  ['/api/events.csv', 3],
  ['/api/sources.csv', 2],
  ['/api/openapi.json', 0],
  ['/api/schema/dossier.json', 0],
]

test.each(COST)('%s costs %i statements', async (path, statements) => {
  watched.asked.length = 0
  await read(app.url + path)
  expect(watched.asked.map(({ sql }) => sql.slice(0, 60))).toHaveLength(statements)
})

test('what the caller has already costs the version alone', async () => {
  const first = await read(`${app.url}/api/measures`)
  watched.asked.length = 0
  const again = await fetch(`${app.url}/api/measures`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect([again.status, watched.asked.length]).toEqual([304, 1])
})
