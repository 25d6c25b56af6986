import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Event, Measure } from '../../api/contract/record.ts'
import { citedSources } from '../../api/facts.ts'
import type { MeasureFilter } from '../../db/queries/measures.ts'
import { worldOf } from '../bench/world.ts'
import { type RunningApp, TODAY } from '../support/app.ts'
import { measureFilters } from '../support/arbitrary-filter.ts'
import { conversationByForce, measuresByForce, type Snapshot, snapshotsOf } from '../support/brute-force.ts'
import { openEmbedded } from '../support/stores.ts'
import { addressOf, queryOf, read, startWorld } from '../support/world-app.ts'

const versions = [...worldOf({ measures: 120 })].map(({ records }) => records)
const world: Snapshot = snapshotsOf(versions).at(-1) ?? new Map()

let drop: () => Promise<void>
let app: RunningApp
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startWorld(opened.store, versions)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const slugs = (items: readonly { slug: string }[]) => items.map(({ slug }) => slug).sort()

/** From and to are the range on show here, and some slugs cannot be chosen. */
const choices = measureFilters(world).map(({ from: _, to: __, slugs: ___, ...choice }) => choice as MeasureFilter)

test('a timeline holds the measures chosen, what was written and happened about them, and exactly the sources that they cite', async () => {
  let lanes = 0
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const { sources, ...view } = (await read(app.url + addressOf('/api/timeline', queryOf({ ...choice })))).body
      const measures = measuresByForce(world, choice, TODAY)
      const { jurisdiction, right, mandate, ...rest } = choice
      const narrowed = right || mandate || Object.values(rest).some(Boolean)
      const about = narrowed ? { measures: slugs(measures) } : {}
      const letters = conversationByForce(world, 'communication', { jurisdiction, mandate, ...about })
      const events = conversationByForce(world, 'event', { jurisdiction }).filter(
        (event) =>
          !narrowed ||
          (event as Event).measures?.some((slug) => measures.some((measure: Measure) => measure.slug === slug)) ||
          (right && (event as Event).rights?.some((touched) => touched === right)),
      )
      expect(slugs(view.lanes)).toEqual(slugs(measures))
      expect(slugs(view.letters)).toEqual(slugs(letters))
      expect(slugs(view.events)).toEqual(slugs(events))
      expect(Object.keys(sources).sort()).toEqual(citedSources(view).sort())
      lanes += measures.length
    }),
    { numRuns: 40, seed: 5 },
  )
  expect(lanes).toBeGreaterThan(100)
}, 60_000)

test('without its sources a timeline is the same but for them, and they can be had by their slugs', async () => {
  const whole = (await read(`${app.url}/api/timeline`)).body
  const { sources, ...rest } = (await read(`${app.url}/api/timeline?without=sources`)).body
  expect(sources).toEqual({})
  expect({ ...rest, sources: whole.sources }).toEqual(whole)
  const [slug = ''] = Object.keys(whole.sources)
  const { items } = (await read(`${app.url}/api/sources?slug=${slug}&version=${whole.version}`)).body
  expect(items).toEqual([whole.sources[slug]])
})
