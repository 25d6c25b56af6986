/** A journalist compares the same idea in several States, on the real record. */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const open = async (path: string, options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.goto(inject('serverUrl') + path)
  return page
}

describe('a journalist compares the same idea', () => {
  test('in every State that has it: when it came up, how it ended, how long it took, and what was said', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'Ideas' }).click()
    await page.getByRole('link', { name: /^Foreign agents/ }).click()
    const cards = page.locator('.family-cards > li')
    const states = new Set(
      await cards.locator('.kicker').evaluateAll((all) => all.map((one) => one.textContent?.split(' · ')[0]?.trim())),
    )
    const all = await page.request.get(`${inject('serverUrl')}/api/measures?family=ngo-control&limit=200`)
    const { items } = (await all.json()) as { items: { jurisdiction: string }[] }
    expect(states.size).toBe(new Set(items.map(({ jurisdiction }) => jurisdiction)).size)
    expect(await cards.count()).toBe(items.length)
    const law = cards.filter({ hasText: '“Foreign representatives” law' })
    await expect.poll(() => law.locator('.status').first().textContent()).toBe('In force')
    expect(await law.locator('dl').innerText()).toMatch(/To adoption\s+.*days/)
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(items.length)
    await law.getByRole('link', { name: '“Foreign representatives” law' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Foreign representatives')
    await page.goBack()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Foreign agents')
  })

  test('by State, family, right, status and kind, on one timeline, and the address remembers it', async () => {
    const page = await open('/')
    await page.getByLabel('Together by').selectOption('right')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(new URL(page.url()).searchParams.get('group')).toBe('right')
    const heading = page.locator('threat-line button[data-item^="group:"]').first()
    const before = await heading.getAttribute('aria-expanded')
    await heading.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => heading.getAttribute('aria-expanded')).not.toBe(before)
    await expect.poll(() => new URL(page.url()).searchParams.get('open')).not.toBeNull()
    await page.reload()
    await expect.poll(() => heading.getAttribute('aria-expanded')).not.toBe(before)
  })

  test('between two days, in words', async () => {
    const page = await open('/?asOf=2021-08-01')
    await page.locator('threat-line #compared').fill('2020-10-01')
    await page.locator('threat-line #compared').blur()
    await expect.poll(() => page.locator('#comparison').textContent()).toBe('What changed')
    expect(new URL(page.url()).searchParams.get('compare')).toBe('2020-10-01')
  })
})

describe.each(['/families', '/families/ngo-control', '/?group=family&open=all&compare=2020-01-01'])('%s', (path) => {
  test.each(['light', 'dark', 'forced'] as const)('has nothing that axe would report, %s', async (mode) => {
    const page = await open(path, mode === 'forced' ? { forcedColors: 'active' } : { colorScheme: mode })
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  })

  test('needs no sideways scrolling at 320 pixels, and no script', async () => {
    const page = await open(path, { viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.context().close()
  })
})
