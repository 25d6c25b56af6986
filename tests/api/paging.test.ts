import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept } from '../../db/versions.ts'
import { worldOf } from '../bench/world.ts'
import type { RunningApp } from '../support/app.ts'
import { conversationFilters, measureFilters } from '../support/arbitrary-filter.ts'
import { snapshotsOf } from '../support/brute-force.ts'
import { buildEvent, buildLetter, buildMeasure, buildStep, ground } from '../support/build.ts'
import { describeOnBothStores } from '../support/stores.ts'
import { queryOf, readList, startWorld } from '../support/world-app.ts'

const versions = [...worldOf({ measures: 90 })].map(({ records }) => records)
const world = snapshotsOf(versions).at(-1) ?? new Map()

/** Lists, a random question to each, and the orders it can be asked in. */
const questions = fc.oneof(
  fc.tuple(
    fc.constant('measures'),
    measureFilters(world),
    fc.constantFrom('slug', '-slug', 'title', '-begun', '-checked'),
  ),
  fc.tuple(fc.constant('communications'), conversationFilters(world, 'communication'), fc.constantFrom('slug', '-on')),
  fc.tuple(fc.constant('events'), conversationFilters(world, 'event'), fc.constantFrom('on', '-slug')),
  fc.tuple(fc.constantFrom('sources', 'families', 'jurisdictions', 'changes'), fc.constant({}), fc.constant('')),
)

describeOnBothStores('Pages while the record changes', (store) => {
  let app: RunningApp
  let count = 0
  beforeAll(async () => {
    app = await startWorld(store(), versions)
  }, 120_000)
  afterAll(() => app?.close())

  /** New items at every place of every order, and an old one changed. */
  const acceptMore = async () => {
    count++
    const names = ['a', 'm', 'zz'].map((letter) => `${letter}-new-${count}`)
    const records = names.flatMap((slug, i) => [
      buildMeasure({
        slug,
        jurisdiction: 'qb',
        short_title: { en: `${'amz'[i]} new` },
        checked_on: `20${10 + 5 * i}-01-01`,
        steps: [buildStep('introduced', `20${10 + 5 * i}-01-01`)],
      }),
      buildLetter({ slug: `letter-${slug}`, jurisdiction: 'qb', on: `20${10 + 5 * i}-01-01` }),
      buildEvent({ slug: `event-${slug}`, jurisdiction: 'qb', on: `20${10 + 5 * i}-01-01` }),
    ])
    await accept(store(), records, { author: 'test', message: 'between', at: '2026-11-20T00:00:00Z' })
  }

  test('random pages, put together, are the list as it was when the first page was read', async () => {
    let pages = 0
    await fc.assert(
      fc.asyncProperty(questions, fc.integer({ min: 1, max: 25 }), async ([name, filter, sort], limit) => {
        const query = { ...queryOf(filter), ...(sort ? { sort } : {}) }
        const paged = await readList(
          app,
          `/api/${name}`,
          { ...query, limit: Math.max(limit, name === 'changes' ? 60 : 5) },
          async () => {
            if (pages++ % 4 === 0) await acceptMore()
          },
        )
        // The log of changes has no versions of its own: as it was is without what came later.
        const isLog = name === 'changes'
        const pinned = isLog ? {} : { version: paged.version }
        const whole = await readList(app, `/api/${name}`, { ...query, ...pinned, limit: 200 })
        const asItWas = whole.items.filter(({ number }) => !isLog || number <= paged.version)
        expect(paged.items).toEqual(asItWas)
      }),
      { numRuns: 30, seed: 7 },
    )
    expect(count).toBeGreaterThan(5)
  }, 120_000)

  test('titles as long as the format allows, in any script, are kept, sorted and paged by', async () => {
    // Chance, because what repeats itself is compressed and fits in anything.
    const long = (i: number) =>
      Array.from({ length: 1900 }, (_, at) =>
        String.fromCodePoint(0x20000 + ((i * 7919 + at * at * 31) % 40_000)),
      ).join('')
    const records = [
      ...ground(),
      ...[1, 2, 3].map((i) => buildMeasure({ slug: `long-${i}`, short_title: { en: long(i) } })),
    ]
    await accept(store(), records, { author: 'test', message: 'long titles', at: '2026-11-20T00:00:00Z' })
    const query = { slug: 'long-1,long-2,long-3', sort: 'title' }
    const { items } = await readList(app, '/api/measures', { ...query, limit: 1 })
    expect(items).toEqual((await readList(app, '/api/measures', query)).items)
    expect(items).toHaveLength(3)
  })
})
