import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, textWidth, wrapText } from '../../../web/timeline/metrics.ts'
import { anyText } from './arbitrary-view.ts'

/** Advances of DejaVu Sans 2.37 in units of 1/2048 em, read from the font once by hand: regular, bold. */
const READ_FROM_THE_FONT = [
  ['In force', 7755, 8844],
  ['Закон', 6397, 7049],
  ['ңөү', 3818, 4396],
  ['1st reading 79–7', 17232, 19221],
  ['№ 72', 5387, 6027],
] as const

describe('text is as wide as the shipped font draws it', () => {
  test.each(READ_FROM_THE_FONT)('%s', (text, regular, bold) => {
    for (const [units, isBold] of [
      [regular, false],
      [bold, true],
    ] as const) {
      const exact = (units / 2048) * 100
      const width = textWidth(text, 100, isBold)
      // Never narrower, since words must not touch, and wider only by the rounding: under one hundredth of an em a letter.
      expect(width).toBeGreaterThanOrEqual(exact)
      expect(width).toBeLessThan(exact + text.length)
    }
  })

  test('a letter of a script that the font does not have counts as wider than any that it has', () => {
    expect(textWidth('法', 10)).toBeGreaterThan(textWidth('W', 10))
    expect(textWidth('👩', 10)).toBe(textWidth('法', 10))
  })

  test('marks that combine take no room', () => {
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10))
  })

  test('width grows with the size, and adds up', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 6, max: 40 }), (a, b, size) => {
        fc.pre(!/[\ud800-\udfff]/.test(a + b))
        expect(textWidth(a + b, size)).toBeCloseTo(textWidth(a, size) + textWidth(b, size), 6)
        expect(textWidth(a, 2 * size)).toBeCloseTo(2 * textWidth(a, size), 6)
      }),
    )
  })
})

describe('text that does not fit', () => {
  test('keeps its beginning and ends in an ellipsis', () => {
    expect(fitText('Protection of children', 90, 11)).toBe('Protection of…')
    expect(fitText('Bill', 90, 11)).toBe('Bill')
  })

  test('is never wider than asked, and is empty where not even one letter fits', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 300 }), fc.boolean(), (text, width, isBold) => {
        const shown = fitText(text, width, 11, isBold)
        expect(textWidth(shown, 11, isBold)).toBeLessThanOrEqual(width)
        if (shown !== text && shown !== '') expect(shown.endsWith('…')).toBe(true)
      }),
    )
    expect(fitText('Bill', 8, 11)).toBe('')
  })

  test('leaves no space or comma before the ellipsis', () => {
    expect(fitText('One, two', textWidth('One, …', 11), 11)).toBe('One…')
  })

  test('wraps at spaces, the last line cut', () => {
    const lines = wrapText('number of measures: pale pending, dark in force', 120, 11, 2)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('number of measures:')
    expect(lines.every((line) => textWidth(line, 11) <= 120)).toBe(true)
    expect(wrapText('short', 120, 11, 2)).toEqual(['short'])
  })
})
