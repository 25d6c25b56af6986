/** Embeds as newsrooms have them: in frames without an origin, beside strict policies, in narrow columns, hidden, and twice. */
import type { Browser, FrameLocator, Page } from 'playwright'
import { expect } from 'playwright/test'
import { afterAll, beforeAll, inject, test, expect as unit } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type HostSite, startHost } from '../support/host-site.ts'

const TIMELINE = '/embed/timeline?jurisdiction=KG'
const CARD = '/embed/measure/foreign-representatives-law-2022-2024'
const FROZEN = `${CARD}?version=1&asOf=2023-01-01`

let site: string
/** Of the other site; a test may add one. */
let pages: Record<string, { body: string; headers?: Record<string, string> }>
let host: HostSite
let browser: Browser
beforeAll(async () => {
  site = inject('serverUrl')
  const frame = (path: string, more = 'sandbox="allow-scripts" width="720" height="640"') =>
    `<iframe src="${site}${path}" title="Embed" ${more}></iframe>`
  const resize = `<script type="module" src="${site}/embed/resize.js"></script>`
  const quotation = `<blockquote><a href="${site}/?jurisdiction=KG">Kyrgyzstan</a></blockquote>`
  pages = {
    '/wordpress': { body: quotation + frame(TIMELINE) },
    '/strict': {
      body: frame(CARD) + resize,
      headers: {
        'Content-Security-Policy': `default-src 'none'; frame-src ${site}; script-src ${site}; img-src data:`,
      },
    },
    '/column': {
      body: `<div style="width: 320px">${frame(TIMELINE, 'sandbox="allow-scripts" width="320" height="500"')}</div>`,
    },
    '/hidden': { body: `<div id="tab" style="display: none">${frame(TIMELINE)}</div>` },
    '/twice': { body: frame(CARD) + frame(FROZEN) + resize },
    '/without-script': { body: frame(TIMELINE, 'sandbox="" width="720" height="640"') },
  }
  host = await startHost(pages)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** Opens a page of the host; what went wrong there, and which origins were asked, are collected. */
async function open(path: string): Promise<{ page: Page; met: string[]; asked: Set<string> }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
  const met: string[] = []
  const asked = new Set<string>()
  page.on('console', (message) => {
    if (message.type() === 'error') met.push(message.text())
  })
  page.on('pageerror', ({ message }) => met.push(message))
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(host.url + path)
  return { page, met, asked }
}

const frameOf = (page: Page, i = 0): FrameLocator => page.locator('iframe').nth(i).contentFrame()

/** Width of the drawing, in pixels of the frame; 0 until it is drawn. */
const drawnWidth = (frame: FrameLocator) =>
  frame.locator('threat-line canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)

test('in a frame without an origin, as WordPress makes it, the timeline is drawn, and nobody else is asked', async () => {
  const { page, met, asked } = await open('/wordpress')
  const frame = frameOf(page)
  await expect.poll(() => drawnWidth(frame)).toBeGreaterThan(600)
  await expect(frame.locator('threat-line .lane-title').first()).toBeVisible()
  unit(met).toEqual([])
  unit([...asked].filter((origin) => origin !== 'null')).toEqual([host.url, site])
  unit((await page.context().storageState()).cookies).toEqual([])
  await page.close()
})

/** What a page asked for and got, in bytes on the wire. */
async function weigh(path: string): Promise<{ page: Page; loads: { path: string; bytes: number }[] }> {
  const page = await browser.newPage()
  const loads: { path: string; bytes: number }[] = []
  page.on('requestfinished', async (request) => {
    const load = { path: new URL(request.url()).pathname, bytes: 0 }
    if (request.url().startsWith(site)) loads.push(load)
    load.bytes = (await request.sizes()).responseBodySize
  })
  await page.goto(site + path, { waitUntil: 'networkidle' })
  return { page, loads }
}

test('the embed of a State is four requests and 70 kB, and asks for sources when somebody wants to see them', async () => {
  const { page, loads } = await weigh(TIMELINE)
  await page.locator('threat-line canvas').waitFor()
  unit(loads.map(({ path }) => path).sort()).toEqual([
    '/api/timeline',
    '/embed/threat-line.css',
    '/embed/threat-line.js',
    '/embed/timeline',
  ])
  await expect.poll(() => loads.every(({ bytes }) => bytes > 0)).toBe(true)
  unit(loads.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(66_000)
  await page.locator('threat-line .items button[data-item^="measure:"]').first().press('Enter')
  const source = page.locator('threat-line .sources li').first()
  await expect(source.locator('a[rel~="external"], .withheld')).toBeVisible()
  await expect(source).toContainText('read ')
  unit(loads.slice(4).map(({ path }) => path)).toEqual(['/api/sources'])
  await page.close()
})

test('the card of a measure is a tenth of that, and asks for nothing more', async () => {
  const { page, loads } = await weigh(CARD)
  unit(loads.map(({ path }) => path).sort()).toEqual(['/embed/card.js', CARD, '/embed/threat-line.css'])
  await expect.poll(() => loads.every(({ bytes }) => bytes > 0)).toBe(true)
  unit(loads.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(6_600)
  await page.close()
})

test('beside a strict policy a card shows, and has the height that it needs', async () => {
  const { page, met } = await open('/strict')
  await expect(frameOf(page).locator('.status')).toHaveText('In force')
  const height = () => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => Number(frame.height))
  const content = () =>
    frameOf(page)
      .locator('html')
      .evaluate((html) => html.getBoundingClientRect().height)
  await expect.poll(async () => Math.abs((await height()) - (await content()))).toBeLessThanOrEqual(1)
  unit(met).toEqual([])
  await page.close()
})

test('in a column of 320 pixels nothing has to be pushed sideways', async () => {
  const { page } = await open('/column')
  const frame = frameOf(page)
  await expect(frame.locator('h1')).toBeVisible()
  await frame.locator('threat-line .tools').waitFor()
  const { scroll, client } = await frame
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => ({ scroll: scrollWidth, client: clientWidth }))
  unit(scroll).toBe(client)
  await page.close()
})

test('in a tab that is shown later the timeline is drawn then, as wide as there is room', async () => {
  const { page } = await open('/hidden')
  const frame = frameOf(page)
  await frame.locator('threat-line').waitFor({ state: 'attached' })
  await page.locator('#tab').evaluate((tab) => {
    tab.style.display = 'block'
  })
  await expect.poll(() => drawnWidth(frame)).toBeGreaterThan(600)
  await page.close()
})

test('twice on a page each shows its own: the live one today, the frozen one its day, each as high as it is', async () => {
  const { page } = await open('/twice')
  await expect(frameOf(page, 0).locator('.status')).toHaveText('In force')
  await expect(frameOf(page, 1).locator('.status')).toHaveText('Proposed')
  await expect(frameOf(page, 1).locator('footer strong')).toHaveText('As of 1 January 2023')
  const heights = () =>
    page.locator('iframe').evaluateAll((all) => all.map((frame) => Number((frame as HTMLIFrameElement).height)))
  await expect.poll(async () => (await heights()).every((height) => height > 100 && height !== 640)).toBe(true)
  await page.close()
})

test('a message of the page itself, or of a stranger, moves no frame', async () => {
  const { page } = await open('/twice')
  await frameOf(page, 0).locator('.status').waitFor()
  const heights = () =>
    page.locator('iframe').evaluateAll((all) => all.map((frame) => Number((frame as HTMLIFrameElement).height)))
  await expect.poll(async () => (await heights()).every((height) => height !== 640)).toBe(true)
  const before = await heights()
  await page.evaluate(
    () =>
      new Promise((heard) => {
        addEventListener('message', heard, { once: true })
        postMessage({ type: 'threatline-height', height: 1234 }, '*')
      }),
  )
  unit(await heights()).toEqual(before)
  await page.close()
})

test('where no script may run there is a picture with the same, and a list', async () => {
  const { page } = await open('/without-script')
  const frame = frameOf(page)
  await expect(frame.locator('noscript img, img')).toBeVisible()
  await frame.getByText('The same as a list').click()
  await expect(frame.getByRole('listitem').filter({ hasText: '“Foreign representatives” law' })).toContainText(
    'In force',
  )
  await page.close()
})

/** Copies a snippet as an editor does, and opens a page of another site that holds nothing else. */
async function paste(address: string, what: string): Promise<{ page: Page; met: string[] }> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site })
  const page = await context.newPage()
  const met: string[] = []
  page.on('pageerror', ({ message }) => met.push(message))
  await page.goto(site + address)
  await page.getByRole('button', { name: `Copy ${what}` }).click()
  await expect(page.getByText(`${what} copied.`)).toBeVisible()
  pages['/pasted'] = { body: await page.evaluate(() => navigator.clipboard.readText()) }
  await page.goto(`${host.url}/pasted`)
  return { page, met }
}

test('a frame that is copied and pasted elsewhere draws what was chosen, as high as it needs to be', async () => {
  const { page, met } = await paste('/embeds?jurisdiction=KG&right=association&theme=dark', 'frame')
  await expect.poll(() => drawnWidth(frameOf(page))).toBeGreaterThan(600)
  await expect(frameOf(page).locator('h1')).toContainText('freedom of association')
  await expect(frameOf(page).locator('html')).toHaveCSS('background-color', 'rgb(20, 23, 27)')
  const height = () => page.locator('iframe').evaluate((frame: HTMLIFrameElement) => Number(frame.height))
  await expect.poll(height).toBeGreaterThan(700)
  unit(met).toEqual([])
  await page.context().close()
})

test('an element that is copied and pasted elsewhere draws there, frozen, no higher than chosen, with sources of its site', async () => {
  const { page, met } = await paste('/embeds?jurisdiction=KG&version=1&asOf=2023-01-01&height=500', 'element')
  await page.locator('threat-line canvas').waitFor()
  await expect(page.locator('threat-line #day')).toHaveValue('2023-01-01')
  unit((await page.locator('threat-line').boundingBox())?.height).toBe(500)
  await expect(page.locator('threat-line [part="credit"] a')).toHaveAttribute('href', site)
  await page.locator('threat-line .items button[data-item^="measure:"]').first().press('Enter')
  await expect(page.locator('threat-line .sources li').first()).toContainText('read ')
  unit(met).toEqual([])
  await page.context().close()
})

test('the page that makes embeds shows the frame whole, and what it weighs is what a browser loads', async () => {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
  await page.goto(`${site}/embeds?jurisdiction=KG`)
  const frame = frameOf(page)
  await frame.locator('threat-line canvas').waitFor()
  const inside = () => frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height))
  await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height')) - (await inside())).toBe(0)
  const said = Number.parseInt(await page.locator('#weight').innerText(), 10)
  await page.close()
  const { page: embed, loads } = await weigh(TIMELINE)
  await expect.poll(() => loads.length === 4 && loads.every(({ bytes }) => bytes > 0)).toBe(true)
  unit(Math.abs(loads.reduce((sum, { bytes }) => sum + bytes, 0) / 1000 - said)).toBeLessThan(1)
  await embed.close()
})

test('TimelineJS draws our export: a slide for every step, letter and event', async () => {
  const data = await (await fetch(`${site}/api/timeline.timelinejs.json?jurisdiction=KG`)).json()
  const page = await browser.newPage()
  const dist = 'node_modules/@knight-lab/timelinejs/dist'
  await page.route('**/timelinejs/**', (route) =>
    route.fulfill({ path: `${dist}/${new URL(route.request().url()).pathname.replace('/timelinejs/', '')}` }),
  )
  await page.route('**/draw', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><link rel="stylesheet" href="/timelinejs/css/timeline.css"><div id="t" style="height: 600px"></div>',
    }),
  )
  await page.goto(`${host.url}/draw`)
  await page.addScriptTag({ url: '/timelinejs/js/timeline.js' })
  const slides = await page.evaluate(
    (json) =>
      new Promise<number>((done) => {
        type Timeline = { on(event: string, listener: () => void): void; config: { events: unknown[] } }
        const { TL } = window as unknown as {
          TL: { Timeline: new (id: string, data: object, options: object) => Timeline }
        }
        const options = { script_path: '/timelinejs/js/', font: null, ga_measurement_id: null, soundcite: false }
        const timeline = new TL.Timeline('t', json, options)
        timeline.on('loaded', () => done(timeline.config.events.length))
      }),
    data,
  )
  unit(slides).toBe(data.events.length)
  unit(slides).toBeGreaterThan(100)
  await expect(page.locator('.tl-slide').first()).toContainText('Kyrgyzstan: laws narrowing civic space')
  await page.close()
}, 120_000)
