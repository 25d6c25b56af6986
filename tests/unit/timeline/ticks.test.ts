import { utcTicks } from 'd3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tickNumbers } from '../../../web/timeline/ticks.ts'
import { dateOfNumber } from '../../../web/timeline/time-scale.ts'

test('the ticks are those of d3 that are days, in any stretch and for any number of them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 60_000 }),
      fc.oneof(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 100_000 }),
      ),
      fc.integer({ min: 2, max: 30 }),
      (from, length, count) => {
        const theirs = utcTicks(dateOfNumber(from), dateOfNumber(from + length), count)
          .map((date) => date.getTime() / 86_400_000)
          .filter(Number.isInteger)
        expect(tickNumbers(from, from + length, count)).toEqual(theirs)
      },
    ),
    { numRuns: 5000 },
  )
})

test('a stretch at either end of the calendar has its ticks too', () => {
  expect(tickNumbers(-719_162, -719_162 + 800, 3).length).toBeGreaterThan(0)
  expect(tickNumbers(2_932_896 - 800, 2_932_896, 3).length).toBeGreaterThan(0)
})
