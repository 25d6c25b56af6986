import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dragTo, grasp, keyTo, numberAt, windowOf } from '../../../web/elements/threat-line-brush.ts'
import type { Overview } from '../../../web/timeline/marks.ts'
import { dayNumber } from '../../../web/timeline/time-scale.ts'

const overview: Overview = { from: '2010-01-01', until: '2019-12-31', x0: 100, x1: 1100, y0: 0, y1: 40 }
const limits = { from: dayNumber('2010-01-01') as number, until: dayNumber('2020-01-01') as number }
const anyNumber = fc.integer({ min: limits.from, max: limits.until })
const anyRange = fc.tuple(anyNumber, fc.integer({ min: 14, max: limits.until - limits.from })).map(([from, length]) => {
  const start = Math.min(from, limits.until - length)
  return { from: start, until: start + length }
})
const anyX = fc.integer({ min: 0, max: 1200 })
const anyDirection = fc.constantFrom('ltr' as const, 'rtl' as const)

test('whatever is dragged wherever, the window stays within all of time and never closes', () => {
  fc.assert(
    fc.property(anyRange, anyX, anyX, anyDirection, (range, down, to, direction) => {
      const held = grasp(overview, direction, range, down)
      const after = dragTo(held, numberAt(overview, direction, to), limits)
      expect(after.from).toBeGreaterThanOrEqual(limits.from)
      expect(after.until).toBeLessThanOrEqual(limits.until)
      expect(after.until - after.from).toBeGreaterThanOrEqual(14)
      if (held.hold === 'whole') expect(after.until - after.from).toBeCloseTo(range.until - range.from)
    }),
  )
})

test('the window stands where its days are, in both directions', () => {
  const range = { from: limits.from, until: (limits.from + limits.until) / 2 }
  expect(windowOf(overview, 'ltr', range)).toEqual({ left: 100, width: 500 })
  expect(windowOf(overview, 'rtl', range)).toEqual({ left: 600, width: 500 })
})

test('the arrow that leads onwards in reading leads to later days', () => {
  const range = { from: limits.from + 1000, until: limits.from + 2000 }
  expect(keyTo('whole', 'ArrowRight', 'ltr', range, limits)?.from).toBe(range.from + 50)
  expect(keyTo('whole', 'ArrowLeft', 'rtl', range, limits)?.from).toBe(range.from + 50)
  expect(keyTo('from', 'Home', 'ltr', range, limits)).toEqual({ from: limits.from, until: range.until })
  expect(keyTo('whole', 'a', 'ltr', range, limits)).toBeNull()
})
