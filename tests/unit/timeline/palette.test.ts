import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../db/vocabulary/stages.ts'
import {
  cssName,
  DARK,
  FORCED,
  LIGHT,
  PAGE,
  PAINTS,
  type Palette,
  STATUS_PAINT,
} from '../../../web/timeline/palette.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (_name, palette: Palette) => {
  test.each(['ink', 'muted', 'danger', 'accent'] as const)('%s can be read on the ground (AA)', (paint) => {
    expect(contrast(palette[paint], palette.ground)).toBeGreaterThanOrEqual(4.5)
  })

  test('the flag can be read', () => {
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5)
  })

  test('circles, silence and law in force stand out from the ground', () => {
    for (const paint of ['ink', 'accent', 'silence', 'event', 'status-in-force', 'status-suspended'] as const) {
      expect(contrast(palette[paint], palette.ground)).toBeGreaterThanOrEqual(3)
    }
  })

  test('every paint is a colour that a canvas can make transparent', () => {
    for (const paint of PAINTS) expect(palette[paint]).toMatch(/^#[\da-f]{6}$/)
  })

  test('no two statuses share a colour', () => {
    expect(new Set(STATUSES.map((status) => palette[STATUS_PAINT[status]])).size).toBe(STATUSES.length)
  })
})

describe('the names of the paints', () => {
  test('are custom properties on a page', () => {
    expect(cssName('status-in-force')).toBe('--tl-status-in-force')
    expect(PAGE.ink).toBe('var(--tl-ink)')
  })

  test('have a system colour each where colours are forced', () => {
    for (const paint of PAINTS) expect(FORCED[paint]).toMatch(/^[A-Z][A-Za-z]+$/)
  })

  test('have on a page the colours of the palette, light and dark', () => {
    const tokens = readFileSync(new URL('../../../web/styles/tokens.css', import.meta.url), 'utf8')
    for (const paint of PAINTS)
      expect(tokens).toContain(`${cssName(paint)}: light-dark(${LIGHT[paint]}, ${DARK[paint]});`)
  })
})
