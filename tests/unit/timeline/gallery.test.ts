/** Every situation of the gallery, in every width that a reader has, both ways. */
import { describe, expect, test } from 'vitest'
import { TIMELINE_EXAMPLES } from '../../../web/gallery/timeline.examples.ts'
import { describe as describeView } from '../../../web/timeline/describe.ts'
import { layOut } from '../../../web/timeline/lay-out.ts'
import type { TextMark } from '../../../web/timeline/marks.ts'
import { boxOfText } from '../../../web/timeline/sheet.ts'
import { toSvg } from '../../../web/timeline/to-svg.ts'

describe.each(TIMELINE_EXAMPLES)('$name', ({ view: build, direction }) => {
  const view = build()
  // Ten thousand lanes are never laid out at once: a reader sees a window of them.
  const window = view.lanes.length > 1000 ? { window: { top: 3000, height: 900 } } : {}

  test.each([360, 768, 1440])('has words that can be read, %s pixels wide', (width) => {
    for (const way of ['ltr', 'rtl'] as const) {
      const { marks } = layOut(view, width, { direction: way, ...window })
      const boxes = marks.filter((mark): mark is TextMark => mark.kind === 'text').map((mark) => boxOfText(mark, way))
      const overlapping = boxes.filter((a, i) =>
        boxes.some(
          (b, j) => j > i && a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y,
        ),
      )
      expect(overlapping).toEqual([])
    }
  })

  test('is told in words and drawn as a picture', () => {
    const { measures, groups } = describeView(view)
    expect(measures).toHaveLength(view.lanes.length)
    if (groups)
      expect(groups.flatMap((group) => group.measures).sort()).toEqual(view.lanes.map(({ slug }) => slug).sort())
    const svg = toSvg(layOut(view, 900, { ...(direction ? { direction } : {}), ...window }), { palette: 'light' })
    expect(svg).toMatch(/^<svg /)
  })
})
