import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusterRadius, countOf, countSize, groupNeighbours, sayCount } from '../../../web/timeline/clusters.ts'
import { textWidth } from '../../../web/timeline/metrics.ts'
import { LabelRow, packRows, spreadRows } from '../../../web/timeline/rooms.ts'

const anyXs = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 200 })
  .map((xs) => xs.toSorted((a, b) => a - b))
const radius = (count: number) => clusterRadius(count, 4.5)

describe('neighbours that cannot be told apart', () => {
  test('are grouped so that no two marks touch, and none is lost', () => {
    fc.assert(
      fc.property(anyXs, (xs) => {
        const groups = groupNeighbours(xs, radius, 1)
        expect(groups.flatMap(({ first, last }) => xs.slice(first, last + 1))).toEqual(xs)
        groups.slice(1).forEach((group, i) => {
          const before = groups[i] as (typeof groups)[number]
          expect(group.x - before.x).toBeGreaterThanOrEqual(radius(countOf(group)) + radius(countOf(before)) + 1)
        })
      }),
    )
  })

  test('stand in the middle of their members', () => {
    expect(groupNeighbours([10, 14], radius, 1)).toEqual([{ first: 0, last: 1, x: 12 }])
    expect(groupNeighbours([10, 40], radius, 1)).toHaveLength(2)
    expect(groupNeighbours([], radius, 1)).toEqual([])
  })

  test('show a count that fits the circle', () => {
    for (const count of [2, 10, 99, 100, 999, 1000, 12_345, 100_000]) {
      expect(textWidth(sayCount(count), countSize(count), true)).toBeLessThan(2 * clusterRadius(count, 4.5))
    }
    expect(sayCount(999)).toBe('999')
    expect(sayCount(12_345)).toBe('12k')
  })
})

const anyExtents = fc.array(
  fc.record({ x0: fc.integer({ min: 0, max: 900 }), width: fc.integer({ min: 1, max: 200 }) }).map(({ x0, width }) => ({
    x0,
    x1: x0 + width,
  })),
  { maxLength: 60 },
)

describe('rows', () => {
  test('hold things that do not touch, and say what found no room', () => {
    fc.assert(
      fc.property(anyExtents, fc.integer({ min: 1, max: 6 }), (extents, most) => {
        const rows = packRows(extents, most, 8)
        rows.forEach((row, i) => {
          const extent = extents[i] as (typeof extents)[number]
          const others = extents.filter((_, n) => n < i && rows[n] === row)
          if (row === null) return
          expect(row).toBeLessThan(most)
          expect(others.every((other) => other.x1 + 8 <= extent.x0 || extent.x1 + 8 <= other.x0)).toBe(true)
        })
      }),
    )
  })

  test('one thing is never without a row', () => {
    expect(packRows([{ x0: 0, x1: 10 }], 1, 8)).toEqual([0])
    expect(
      packRows(
        [
          { x0: 0, x1: 10 },
          { x0: 5, x1: 15 },
        ],
        1,
        8,
      ),
    ).toEqual([0, null])
  })

  test('take points in turn, so that each has room behind it', () => {
    expect(spreadRows([0, 20, 40, 60], 3, 14)).toEqual([0, 1, 2, 0])
    expect(spreadRows([0, 1, 2, 3], 3, 14)).toEqual([0, 1, 2, null])
  })

  test('a stretch is free until something stands in it', () => {
    const row = new LabelRow()
    expect(row.isFree(0, 100)).toBe(true)
    row.take(0, 100)
    expect(row.isFree(99, 120)).toBe(false)
    expect(row.isFree(120, 140)).toBe(true)
  })
})
