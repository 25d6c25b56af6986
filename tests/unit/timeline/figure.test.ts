/** Words in figures: of 200 random views, in every size that is offered, none is too small, on another, or outside the picture. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawForPng, drawSvg, type FigureOptions } from '../../../api/timeline/figure.ts'
import { FIGURE_SIZES } from '../../../api/timeline/figure-request.ts'
import { buildMeasure, buildView } from '../../../web/gallery/build-view.ts'
import { kyrgyzView } from '../../../web/gallery/timeline.examples.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import type { Box } from '../../../web/timeline/marks.ts'
import { toSvg } from '../../../web/timeline/to-svg.ts'
import type { TimelineView } from '../../../web/timeline/view.ts'
import { type DrawnSvg, readSvg } from '../../support/svg-texts.ts'
import { anyView } from './arbitrary-view.ts'

const VIEWS = 200
/** Of a text in a picture, in pixels. */
const SMALLEST = 9

const OPTIONS: FigureOptions = {
  theme: 'light',
  permalink: 'https://threatline.example/?jurisdiction=KG&version=12&asOf=2026-11-24',
}
const TITLES = [
  'Kyrgyzstan: laws narrowing civic space',
  'Кыргызстан: жарандык мейкиндикти тарыткан мыйзамдар жана өкүлчүлүктөрдүн ишин чектөөлөр: жыйналуу эркиндиги',
  'საქართველო: კანონები, რომლებიც ავიწროებს სამოქალაქო სივრცეს, და წერილები მათ შესახებ',
  'قوانين تضيق الحيز المدني',
]
const anyFigure = fc.record({
  view: fc.tuple(anyView, fc.constantFrom(...TITLES)).map(([view, title]): TimelineView => ({ ...view, title })),
  permalink: fc
    .array(fc.constantFrom('right=association', 'family=foreign-agents', 'open=in_force,ended,defeated'), {
      maxLength: 9,
    })
    .map((chosen) => [OPTIONS.permalink, ...chosen].join('&')),
})
const figures = [
  { view: kyrgyzView(), permalink: OPTIONS.permalink },
  ...fc.sample(anyFigure, { numRuns: VIEWS, seed: 7 }),
]

const isOn = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function faultsOf({ width, height, texts }: DrawnSvg): string[] {
  // Half a hundredth of a pixel is lost where numbers are written.
  const outside = texts.filter(
    ({ box }) => box.x < -0.01 || box.y < 0 || box.x + box.width > width + 0.01 || box.y + box.height > height,
  )
  const pairs = texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other) => (isOn(one.box, other.box) ? [[one, other]] : [])),
  )
  return [
    ...outside.map(({ text }) => `outside: ${text}`),
    ...pairs.map(([one, other]) => `“${one?.text}” on “${other?.text}”`),
  ]
}

describe.each(FIGURE_SIZES)('in a PNG for %s', (size) => {
  const drawn = figures.map(({ view, permalink }) => {
    const { svg, scale } = drawForPng(view, size, { ...OPTIONS, permalink })
    return { scale, ...readSvg(svg) }
  })

  test('no text is smaller than 9 pixels', () => {
    const sizes = drawn.flatMap(({ texts, scale }) => texts.map((text) => text.size * scale))
    expect(sizes.length).toBeGreaterThan(VIEWS * 10)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST)
  })

  test('no text stands on another or outside the picture', () => {
    expect(drawn.flatMap(faultsOf)).toEqual([])
  })
})

test('in an SVG of any width, read from either side, no text stands on another or outside the picture', () => {
  const faults = figures.flatMap(({ view }, i) => {
    const width = [320, 600, 1180, 2400][i % 4] ?? 1180
    const direction = i % 3 === 0 ? 'rtl' : 'ltr'
    const layout = layOut(view, width - 40, { direction })
    const parts = { title: view.title, subtitle: OPTIONS.permalink ?? '', footer: ['Source: Threatline', 'CC BY 4.0'] }
    return faultsOf(readSvg(toSvg(layout, { palette: 'light', ...parts }))).map(
      (fault) => `${width} ${direction} ${fault}`,
    )
  })
  expect(faults).toEqual([])
})

test('a card for link previews is 1200 by 630 whatever it is of', () => {
  for (const { view, permalink } of figures) {
    const { width, height } = readSvg(drawForPng(view, 'social', { ...OPTIONS, permalink }).svg)
    expect([width, height]).toEqual([1200, 630])
  }
})

test('a card explains only what it shows', () => {
  const { texts } = readSvg(drawForPng(kyrgyzView(), 'social', OPTIONS).svg)
  const words = texts.map(({ text }) => text)
  expect(words).toContain('In force')
  expect(words.filter((text) => /^(Letter|Reply)/.test(text))).toEqual([])
})

test('the address at the foot is whole, however narrow the figure', () => {
  const permalink = `${OPTIONS.permalink}&family=foreign-agents&right=association&mandate=sr-assembly`
  for (const size of FIGURE_SIZES) {
    const { texts } = readSvg(drawForPng(kyrgyzView(), size, { ...OPTIONS, permalink }).svg)
    expect(texts.map(({ text }) => text).join('')).toContain(permalink)
  }
})

describe('a figure of more measures than one picture should hold', () => {
  const view = buildView({
    open: 'all',
    lanes: Array.from(
      { length: 401 },
      (_, i) => buildMeasure({ slug: `m${i}`, title: `Bill ${i}`, steps: [['2020-01-01', 'introduced', 'x']] }).lane,
    ),
  })

  test('is refused before it is laid out, as SVG too, with what to choose', async () => {
    await expect(drawSvg(view, 1180, OPTIONS)).rejects.toMatchObject({ status: 400, errors: [{ field: 'open' }] })
    expect(() => drawForPng(view, 'print', OPTIONS)).toThrow('close groups')
  })

  test('is drawn where its groups are closed, and on a card', async () => {
    expect(await drawSvg({ ...view, group: 'status', open: [] }, 1180, OPTIONS)).toContain('<svg')
    expect(drawForPng(view, 'social', OPTIONS).svg).toContain('Shown: the')
  })
})
