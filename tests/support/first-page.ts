/** Where things stand on the first page, as a visitor knows them. */
import type { Page } from 'playwright'

export const counts = (page: Page) => page.locator('[data-counts]')
export const card = (page: Page, slug: string) => page.locator(`#measure-${slug}`)
export const cards = (page: Page) => page.getByRole('region', { name: 'Measures', exact: true }).getByRole('article')
/** Of closed groups: the measures that stand in a line each. */
export const lines = (page: Page) => page.locator('.lines > li[id^="measure-"]')
export const letters = (page: Page) => page.getByRole('region', { name: 'Letters', exact: true }).getByRole('article')
export const rights = (page: Page) => page.getByRole('navigation', { name: 'Right that measures touch' })
export const timeline = (page: Page) => page.locator('threat-line')
export const laneTitles = (page: Page) => timeline(page).locator('.lane-title a')
export const axis = (page: Page) => timeline(page).locator('.axis')
export const day = (page: Page) => timeline(page).locator('input#day')
export const toolCounts = (page: Page) => timeline(page).locator('.tools .counts')

/** The timeline answers to hands. */
export async function untilInteractive(page: Page): Promise<void> {
  await timeline(page).locator('canvas').waitFor()
}

/** Of each line of the canvas, from the top, in CSS pixels: the share of its width that differs from the page's ground. */
export function inkOfLines(page: Page): Promise<number[]> {
  return timeline(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const width = canvas.clientWidth
      const height = canvas.clientHeight
      // A copy, because reading one's own canvas makes it slower from then on, and the browser says so.
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
      if (!copy) throw new Error('This browser has no canvas')
      copy.fillStyle = getComputedStyle(document.documentElement).backgroundColor
      copy.fillRect(0, 0, width, height)
      const [ground] = new Uint32Array(copy.getImageData(0, 0, 1, 1).data.buffer)
      copy.drawImage(canvas, 0, 0, width, height)
      const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)
      return Array.from({ length: height }, (_, line) => {
        let count = 0
        for (const pixel of pixels.subarray(line * width, (line + 1) * width)) if (pixel !== ground) count++
        return count / width
      })
    })
}

/** What the page says of the day, in the counts, the drawing's words, the cards of measures and of letters. */
export async function whatItSays(page: Page) {
  return {
    address: page.url(),
    counts: await counts(page).innerText(),
    day: await day(page).inputValue(),
    tools: await toolCounts(page).innerText(),
    lanes: await laneTitles(page).allInnerTexts(),
    axis: await axis(page).innerText(),
    list: await page.locator('[slot="list"]').innerText(),
  }
}
