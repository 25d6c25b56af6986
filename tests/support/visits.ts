/** Visits to the running program in a real browser. Every visit is watched for what must never happen on any page. */
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchBrowser } from './browser.ts'

/** The timeline of one State, where every measure stands with its steps. */
export const HOME = '/?jurisdiction=KG'

/** An address that leads to no record. */
export const NOWHERE = '/measures/no-such-measure'

/** Addresses whose refusal is what a test is about; the browser reports it as an error. */
const REFUSED = [NOWHERE, '/correct']

/** A phone held upright, of the smallest kind still in use. */
export const PHONE = {
  viewport: { width: 360, height: 780 },
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions

/** Each visit has a browser profile of its own, which ends with the test. */
export type Visit = (address: string, options?: BrowserContextOptions) => Promise<Page>

/**
 * For the top of a test file: starts a browser for the file. After each test it holds that no visit met a script error, a
 * refusal by the pages' policy, or a request to another host.
 */
export function visits(): Visit {
  let browser: Browser
  const met: string[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(met.splice(0)).toEqual([])
  })

  afterAll(() => browser.close())

  return async (address, options = {}) => {
    const baseURL = inject('serverUrl')
    const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, ...options })
    // Whatever waits for longer than this on a page waits in vain.
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => met.push(`error: ${message}`))
    page.on('console', (message) => {
      const isNowhere = REFUSED.some((path) => message.location().url === `${baseURL}${path}`)
      if (['error', 'warning'].includes(message.type()) && !isNowhere) met.push(`${message.type()}: ${message.text()}`)
    })
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol !== 'data:' && url.origin !== baseURL) met.push(`asked another host: ${url.href}`)
    })
    await page.goto(address)
    return page
  }
}
