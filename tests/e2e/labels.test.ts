/** Words of the drawing as a browser draws them: 200 random views, on phones and desks, both ways, at one and two dots a pixel. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from '../../web/timeline/lay-out.ts'
import { toSvg } from '../../web/timeline/to-svg.ts'
import { launchBrowser } from '../support/browser.ts'
import { anyView } from '../unit/timeline/arbitrary-view.ts'

const VIEWS = 200
const settings = fc.record({
  view: anyView,
  width: fc.constantFrom(360, 768, 1440),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
})

/** Words of which a pixel in each direction stands on another's, in this page. Runs in the browser. */
function overlapping(): string[] {
  const air = 1
  const words = [...document.querySelectorAll('svg text')]
    .filter((text) => text.textContent?.trim())
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
  return words.flatMap(({ text, box }, i) =>
    words
      .slice(i + 1)
      .filter(
        (other) =>
          box.right > other.box.left + air &&
          other.box.right > box.left + air &&
          box.bottom > other.box.top + air &&
          other.box.bottom > box.top + air,
      )
      .map((other) => `“${text}” and “${other.text}”`),
  )
}

test.each([1, 2])(
  'no word stands on another, at %s dots a pixel',
  async (deviceScaleFactor) => {
    const browser = await launchBrowser()
    const page = await browser.newPage({ deviceScaleFactor, viewport: { width: 1600, height: 900 } })
    const found: string[] = []
    for (const { view, width, direction } of fc.sample(settings, { numRuns: VIEWS, seed: deviceScaleFactor })) {
      const svg = toSvg(layOut(view, width, { direction, open: 'all' }), { palette: 'light' })
      await page.setContent(`<!doctype html><body style="margin: 0">${svg}`)
      found.push(...(await page.evaluate(overlapping)).map((words) => `${width} ${direction}: ${words}`))
    }
    await browser.close()
    expect(found).toEqual([])
  },
  120_000,
)
