import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Measure } from '../../api/contract/record.ts'
import {
  listMeasureSummaries,
  MEASURE_SORTS,
  type MeasureFilter,
  type MeasureSort,
  type MeasureSummaryRow,
} from '../../db/queries/measures.ts'
import { ABOUT_SORTS, listAbout } from '../../db/queries/records.ts'
import { accept, analyse } from '../../db/versions.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import { worldOf } from '../bench/world.ts'
import { conversationFilters, measureFilters, momentDays } from '../support/arbitrary-filter.ts'
import { conversationByForce, measuresByForce, snapshotsOf, sorted, statusByRules } from '../support/brute-force.ts'
import { describeOnBothStores } from '../support/stores.ts'

const versions = [...worldOf({ measures: 160, batch: 80 })].map(({ records }) => records)
const snapshots = snapshotsOf(versions)
const newest = snapshots.at(-1) ?? new Map()
const version = fc.integer({ min: 2, max: versions.length })
const snapshot = (number: number) => snapshots[number - 1] ?? new Map()
const page = fc.integer({ min: 1, max: 40 })
const RUNS = { numRuns: 120, seed: 20261124 }

/** What each order sorts by: of the record, and of the row that the store gives. */
const MEASURE_KEYS: Record<MeasureSort, (measure: Measure) => string | null> = {
  slug: () => null,
  title: ({ short_title }) => short_title.en.toLowerCase(),
  begun: ({ steps: [first] }) => (first ? parseEdtf(first.on).earliest : null),
  checked: ({ checked_on }) => checked_on,
}
const ROW_KEYS: Record<MeasureSort, (row: MeasureSummaryRow) => string | null> = {
  slug: () => null,
  title: ({ summary }) => summary.short_title.en?.toLowerCase() ?? null,
  begun: ({ begun_on }) => begun_on,
  checked: ({ summary }) => summary.checked_on,
}

/** All items, read page by page with keys of their own, as a cursor does. */
async function readByPages<Item extends { slug: string }>(
  read: (after: { after?: string; afterValue?: string | null }) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string | null,
  limit: number,
): Promise<Item[]> {
  const all: Item[] = []
  for (;;) {
    const last = all.at(-1)
    const found = await read(last ? { after: last.slug, afterValue: keyOf(last) } : {})
    all.push(...found)
    if (found.length < limit) return all
  }
}

describeOnBothStores('Filters, orders and pages against every record held by itself', (store) => {
  beforeAll(async () => {
    for (const records of versions)
      await accept(store(), records, { author: 'world', message: 'invented', at: '2026-11-20T00:00:00Z' })
    await analyse(store().db)
  }, 120_000)

  test('measures are those that pass, in order, with their status, in any version and on any day, and pages make the whole', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(
        measureFilters(newest),
        version,
        momentDays,
        fc.constantFrom(...MEASURE_SORTS),
        fc.boolean(),
        page,
        async (filter, number, asOf, sort, descending, limit) => {
          const moment = { version: number, asOf }
          const expected = sorted(
            measuresByForce(snapshot(number), filter as MeasureFilter, asOf),
            MEASURE_KEYS[sort],
            descending,
          )
          const rows = await readByPages(
            (after) =>
              listMeasureSummaries(store().db, filter as MeasureFilter, moment, { sort, descending, limit, ...after }),
            ROW_KEYS[sort],
            limit,
          )
          expect(rows.map(({ slug }) => slug)).toEqual(expected.map(({ slug }) => slug))
          expect(rows.map(({ status }) => status.status)).toEqual(
            expected.map((measure) => statusByRules(measure, snapshot(number), asOf)),
          )
          found += rows.length
        },
      ),
      RUNS,
    )
    expect(found).toBeGreaterThan(500)
  }, 120_000)

  type Item = { slug: string; on: string | null }
  describe.each(['communication', 'event'] as const)('%s', (table) => {
    test('those that pass, in order, in any version, and pages make the whole', async () => {
      let found = 0
      await fc.assert(
        fc.asyncProperty(
          conversationFilters(newest, table),
          version,
          fc.constantFrom(...ABOUT_SORTS),
          fc.boolean(),
          page,
          async (filter, number, sort, descending, limit) => {
            const keyOf = ({ on }: Item) => (sort === 'on' && on ? parseEdtf(on).earliest : null)
            const expected = sorted<Item>(
              conversationByForce(snapshot(number), table, filter as never),
              keyOf,
              descending,
            )
            const rows = await readByPages(
              (after) =>
                listAbout(store().db, table, filter as never, number, { sort, descending, limit, ...after }) as Promise<
                  Item[]
                >,
              keyOf,
              limit,
            )
            expect(rows.map(({ slug }) => slug)).toEqual(expected.map(({ slug }) => slug))
            found += rows.length
          },
        ),
        RUNS,
      )
      expect(found).toBeGreaterThan(50)
    }, 120_000)
  })
})
