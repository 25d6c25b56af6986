import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kyrgyzView, statesView } from '../../../web/gallery/timeline.examples.ts'
import { compareDays, sayComparison } from '../../../web/timeline/compare.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import { anyDay, anyView } from './arbitrary-view.ts'

const view = kyrgyzView()
const changeOf = (other: string, slug: string) =>
  compareDays(view, other, '2021-08-01')?.changes.find((change) => change.slug === slug)

describe('two days held against each other', () => {
  test('tell from what to what a measure went, and by which steps', () => {
    const change = changeOf('2020-10-01', 'manipulating-information')
    expect(change?.says).toBe('Returned, then adopted.')
    expect(change?.steps.length).toBeGreaterThan(1)
  })

  test('in whichever order they are named', () => {
    fc.assert(
      fc.property(anyView, anyDay, anyDay, (any, a, b) => {
        const there = compareDays(any, a, b)
        const back = compareDays(any, b, a)
        expect(back).toEqual(there)
        expect(there === null).toBe(a === b)
      }),
      { numRuns: 100 },
    )
  })

  test('leave out what neither moved nor stands elsewhere, and count it', () => {
    const comparison = compareDays(statesView, '2025-01-01')
    expect(comparison?.changes).toEqual([])
    expect(comparison?.unchanged).toBe(20)
    expect(comparison && sayComparison(comparison)).toBe(
      '0 of 20 measures changed after 1 January 2025, up to 23 November 2026.',
    )
  })

  test('stand in the drawing as a flag each, and in the label as from and to', () => {
    const { marks } = layOut(view, 1340, { asOf: '2021-08-01', compare: '2020-10-01' })
    const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
    expect(texts.filter(({ part }) => part === 'flag').map(({ text }) => text)).toEqual([
      'as of 1 Aug 2021',
      'with 1 Oct 2020',
    ])
    const label = texts.find(({ part, item }) => part === 'lane-status' && item === 'measure:manipulating-information')
    expect(label?.tail?.text).toBe('Returned → Adopted')
  })
})
