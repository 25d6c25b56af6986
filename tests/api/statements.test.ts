/**
 * What each address costs the store, in statements; the newest version is known without asking. A number that rises with what
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

/** Statements by address. A list's own is one; what it includes from other tables is one each; one that finds nothing looks whether all that was chosen is there. */
const COST: readonly (readonly [path: string, statements: number])[] = [
  ['/api/measures', 1],
  ['/api/measures?limit=200&sort=-begun', 1],
  ['/api/measures?jurisdiction=qb&kind=bill&status=in_force&right=expression&from=2010-01-01&to=2020-01-01', 2],
  ['/api/measures?include=spans,steps,texts,provisions,cites', 1],
  [`/api/measures?include=${EVERYTHING}`, 6],
  [`/api/measures/${sketchOf(1, 1).slug}`, 9],
  ['/api/communications', 2],
  ['/api/communications?include=cites,questions,sources', 3],
  [`/api/communications?right=expression&family=family-qb-${sketchOf(1, 0).topic}-0`, 2],
  ['/api/events', 1],
  ['/api/events?include=sources', 2],
  ['/api/sources', 1],
  ['/api/families', 1],
  ['/api/rights', 1],
  ['/api/instruments', 1],
  ['/api/mandates', 1],
  ['/api/jurisdictions', 1],
  ['/api/changes', 1],
  ['/api/versions', 1],
  ['/api/versions/2', 2],
  ['/api/timeline?jurisdiction=qb', 1],
  ['/api/timeline?right=expression', 2],
  ['/api/measures.csv', 6],
  ['/api/measures.ics', 7],
  ['/api/measures.atom', 2],
  ['/api/measures.feed.json?kind=bill', 3],
  ['/api/communications.csv', 3],
  ['/api/communications.ics', 4],
  ['/api/events.csv', 2],
  ['/api/sources.csv', 1],
  ['/api/openapi.json', 0],
  ['/api/schema/dossier.json', 0],
]

test.each(COST)('%s costs %i statements', async (path, statements) => {
  watched.asked.length = 0
  await read(app.url + path)
  expect(watched.asked.map(({ sql }) => sql.slice(0, 60))).toHaveLength(statements)
})

test('what the caller has already costs nothing', async () => {
  const first = await read(`${app.url}/api/measures`)
  watched.asked.length = 0
  const again = await fetch(`${app.url}/api/measures`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect([again.status, watched.asked.length]).toEqual([304, 0])
})
