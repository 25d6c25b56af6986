/**
 * Words of the drawing as a browser draws them: 200 random views, on phones and desks, both ways, at one and two dots a pixel; and in
 * figures of every size, in the font that is shipped with them.
 */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawForPng } from '../../api/timeline/figure.ts'
import { FIGURE_SIZES } from '../../api/timeline/figure-request.ts'
import { FONT_FILES } from '../../api/timeline/fonts.ts'
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

test('no word of a figure stands on another or outside the picture, in the shipped font', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const faces = await Promise.all(
    FONT_FILES.map(async (file, i) => {
      const data = (await readFile(file)).toString('base64')
      return `@font-face{font-family:"DejaVu Sans";font-weight:${i === 0 ? 400 : 700};src:url(data:font/ttf;base64,${data})}`
    }),
  )
  await page.setContent(`<!doctype html><style>${faces.join('')}</style><body style="margin: 0"><main></main>`)
  const loaded = await page.evaluate(async () => {
    const fonts = await Promise.all([
      document.fonts.load('11px "DejaVu Sans"'),
      document.fonts.load('bold 11px "DejaVu Sans"'),
    ])
    return fonts.flat().length
  })
  expect(loaded).toBe(2)
  const found: string[] = []
  const options = { theme: 'light', permalink: 'https://threatline.example/?version=12&asOf=2026-11-24' } as const
  for (const [i, view] of fc.sample(anyView, { numRuns: VIEWS, seed: 3 }).entries()) {
    const size = FIGURE_SIZES[i % FIGURE_SIZES.length] ?? 'print'
    const { svg } = drawForPng(view, size, options)
    await page.evaluate((markup) => {
      const main = document.querySelector('main')
      if (main) main.innerHTML = markup
    }, svg)
    const faults = [...(await page.evaluate(overlapping)), ...(await page.evaluate(outside))]
    found.push(...faults.map((words) => `${size}: ${words}`))
  }
  await browser.close()
  expect(found).toEqual([])
}, 120_000)

/** Words that reach beyond the picture by more than a pixel. Runs in the browser. */
function outside(): string[] {
  const picture = document.querySelector('main svg')?.getBoundingClientRect()
  if (!picture) return ['no picture']
  return [...document.querySelectorAll('main svg text')].flatMap((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect()
    const isIn =
      left > picture.left - 1 && right < picture.right + 1 && top > picture.top - 1 && bottom < picture.bottom + 1
    return isIn || !text.textContent?.trim() ? [] : [`“${text.textContent}” is outside`]
  })
}
