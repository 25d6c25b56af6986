/** On a phone: cards instead of a drawing, and nothing that has to be pushed sideways. */
import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { expect as expectAll, test } from 'vitest'
import { card, cards, counts, day, timeline, toolCounts } from '../support/first-page.ts'
import { HOME, NOWHERE, PHONE, visits } from '../support/visits.ts'

const visit = visits()

const PAGES = [
  '/',
  HOME,
  '/families',
  '/families/ngo-control',
  '/measures/foreign-representatives-law-2022-2024',
  '/communications/al-kgz-2-2021',
  '/letters',
  '/letters/questions?jurisdiction=KG',
  '/rights',
  '/rights/association',
  '/jurisdictions',
  '/jurisdictions/KG',
  '/events/break-in-attempt-2021-04-16',
  '/cite?of=/measures/foreign-representatives-law-2022-2024',
  '/embed/measure/foreign-representatives-law-2022-2024',
  '/embed/timeline?jurisdiction=KG',
  '/embeds?jurisdiction=KG',
  '/sources',
  '/sources/al-kgz-2-2021',
  '/versions',
  '/versions/1',
  '/methodology',
  '/glossary',
  '/about',
  '/correct',
  NOWHERE,
]
/** The second is the narrowest that WCAG 2.2, 1.4.10 knows: a page of 1280 pixels magnified four times. */
const WIDTHS = [360, 320]

/** Whatever is folded is unfolded first, because it may be the widest. */
async function widths(page: Page) {
  return page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
    window.scrollTo(1000, 0)
    const { scrollWidth, clientWidth } = document.documentElement
    const out = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('svg, .skip, .unseen, .frame'))
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.localName}.${element.className}`)
    return { page: scrollWidth, shown: clientWidth, moved: window.scrollX, out: out.slice(0, 5) }
  })
}

test('no page moves sideways, at 360 nor at 320 pixels', async () => {
  for (const address of PAGES) {
    const page = await visit(address, { ...PHONE, viewport: { width: 360, height: 780 } })
    if (address === '/' || address === HOME) await timeline(page).locator('.tools').waitFor()
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 780 })
      expectAll(await widths(page), address).toEqual({ page: width, shown: width, moved: 0, out: [] })
    }
  }
})

test('the first page shows cards and no drawing, with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(HOME, { ...PHONE, javaScriptEnabled })
    if (javaScriptEnabled) await timeline(page).locator('.tools').waitFor()
    await expect(page.locator('figure.drawing')).toBeHidden()
    await expect(page.locator('threat-line [part="drawing"]:visible')).toHaveCount(0)
    const law = card(page, 'foreign-representatives-law-2022-2024')
    await law.scrollIntoViewIfNeeded()
    await expect(law).toBeInViewport()
    await expect(law).toContainText('In force at the latest since 9 September 2024.')
    await expect(cards(page).locator(':scope:visible')).toHaveCount(await cards(page).count())
  }
})

test('on a phone each part of the list is a tap away; where there is room for a drawing, no such links are shown', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(HOME, { ...PHONE, javaScriptEnabled })
    if (javaScriptEnabled) await timeline(page).locator('.tools').waitFor()
    const jumps = page.getByRole('navigation', { name: 'On this page' }).getByRole('link')
    await expect(jumps).toHaveText(['Measures', 'Letters', 'Opinions', 'Events', 'Sources'])
    await jumps.nth(1).tap()
    await expect(page.getByRole('heading', { name: 'Letters', exact: true })).toBeInViewport()
    await expect(page).toHaveURL(/#letters$/)
    await page.setViewportSize({ width: 900, height: 780 })
    await expect(jumps.first()).toBeHidden()
  }
})

test('the heading of a State or an idea leads to its page, and still opens', async () => {
  const page = await visit('/?group=state&open=none', PHONE)
  const group = page.locator('.lane-group > details').filter({ hasText: 'Kyrgyzstan' })
  await group.locator('h3').tap()
  await expect(group).toHaveAttribute('open')
  await page.getByRole('link', { name: 'The State’s page: Kyrgyzstan' }).tap()
  await expect(page).toHaveURL('/jurisdictions/KG')
  await page.goto('/?group=family&open=none')
  await page.locator('.lane-group > a.to-page').first().tap()
  await expect(page).toHaveURL(/\/families\/[a-z-]+$/)
})

test('the day is chosen on a phone too, and a card leads to its measure on that day', async () => {
  const page = await visit(HOME, PHONE)
  await day(page).fill('2021-07-15')
  await expect(page).toHaveURL('/?jurisdiction=KG&asOf=2021-07-15')
  await expect(toolCounts(page)).toContainText('15 July 2021: 1 in force')
  await expect(counts(page)).toContainText('as of 15 July 2021')
  await card(page, 'constitution-2021').getByRole('heading').getByRole('link').tap()
  await expect(page).toHaveURL('/measures/constitution-2021?asOf=2021-07-15')
})

test('what a finger presses on the first page is at least 44 pixels high', async () => {
  const page = await visit(HOME, PHONE)
  const pressed = page.locator('.chip:visible, .filters button, .filters select, .tools button:visible, .tools input')
  await timeline(page).locator('.tools').waitFor()
  const heights = await pressed.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expectAll(heights.length).toBeGreaterThan(10)
  expectAll(Math.min(...heights)).toBeGreaterThanOrEqual(44)
})
